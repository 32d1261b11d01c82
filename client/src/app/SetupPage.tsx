import { useState } from 'react';
import { setUp } from '../api/index.ts';
import { useStore } from '../store/index.ts';
import { Button, MessagePage, Notice, TextField } from '../ui/index.ts';
import { EntryForm } from './EntryForm.tsx';
import { fragmentToken } from './fragment-token.ts';
import { useEnter } from './use-enter.ts';

/** The first run: names the team and its owner. */
export function SetupPage() {
  const token = useStore(fragmentToken);
  if (!token) return <NoSetupLink />;
  return <SetupForm token={token} />;
}

function SetupForm({ token }: { readonly token: string }) {
  const [team, setTeam] = useState('');
  const [name, setName] = useState('');
  const { enter, isPending, error } = useEnter(() => setUp(token, team.trim(), name.trim()));
  return (
    <EntryForm
      title="Set up Assay"
      lead="Two names, and the library is yours. You become the owner: you invite the others and decide what they may do."
      onSubmit={enter}
    >
      <TextField
        label="Your team"
        description="Such as a desk, a class or a project. Everybody you invite sees it."
        value={team}
        onChange={setTeam}
        maxLength={120}
        isRequired
        autoFocus
      />
      <TextField
        label="Your name"
        description="It stands on every mark and comment you make."
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="name"
        isRequired
      />
      {error && <Notice tone="error">{error}</Notice>}
      <Button tone="primary" type="submit" isPending={isPending}>
        Create the team
      </Button>
    </EntryForm>
  );
}

function NoSetupLink() {
  return (
    <MessagePage title="The set-up link is missing its key">
      <p>
        Open the whole set-up link, as the server printed it when it started: the key is the part after the #
        sign. Reloading this page forgets it on purpose, so open the link again.
      </p>
      <p>If the team is set up already, the link has done its work. Sign in by the link you were given.</p>
    </MessagePage>
  );
}
