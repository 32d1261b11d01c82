import type { Role } from '@assay/shared/model';
import { useEffect, useState } from 'react';
import {
  type InviteLook,
  isUnreachable,
  join,
  lookAtInvite,
  sessionState,
  useServerAnswers,
  wordsOf,
} from '../api/index.ts';
import { ROLE_WORDS } from '../settings/index.ts';
import { useStore } from '../store/index.ts';
import { Button, MessagePage, Notice, Spinner, TextField } from '../ui/index.ts';
import { EntryForm } from './EntryForm.tsx';
import { fragmentToken } from './fragment-token.ts';
import { useEnter } from './use-enter.ts';

/** Where an invite link leads: shows what one is invited to, asks for a name. */
export function JoinPage() {
  const token = useStore(fragmentToken);
  if (!token)
    return <NoInvite reason="The key is the part after the # sign; reloading this page forgets it." />;
  return <InviteByToken key={token} token={token} />;
}

function InviteByToken({ token }: { readonly token: string }) {
  const [look, setLook] = useState<InviteLook | null>(null);
  const [error, setError] = useState<string | null>(null);
  const state = useStore(sessionState);
  const answers = useServerAnswers();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a server that answers again is asked again
  useEffect(() => {
    let current = true;
    lookAtInvite(token).then(
      (found) => current && setLook(found),
      (thrown) => current && setError(isUnreachable(thrown) ? null : wordsOf(thrown)),
    );
    return () => {
      current = false;
    };
  }, [token, answers]);
  if (!answers && !look) return <NoServer />;
  if (error) return <NoInvite reason={error} />;
  if (!look || state.kind === 'unknown') return <Spinner label="Reading the invite" />;
  if (state.kind === 'signed-in')
    return <AcceptForm token={token} look={look} name={state.session.person.name} />;
  return <JoinForm token={token} look={look} />;
}

interface AcceptFormProps {
  readonly token: string;
  readonly look: InviteLook;
  readonly name: string;
}

/** For somebody who is here already: the invite may give another role, the name stays. */
function AcceptForm({ token, look, name }: AcceptFormProps) {
  const { enter, isPending, error } = useEnter(() => join(token), pathOf(look));
  return (
    <EntryForm title={`Join ${look.team}`} lead={<InviteWords look={look} />} onSubmit={enter}>
      <p>You are signed in as {name}, and stay so.</p>
      {error && <Notice tone="error">{error}</Notice>}
      <Button tone="primary" type="submit" isPending={isPending}>
        Take the invite
      </Button>
    </EntryForm>
  );
}

function JoinForm({ token, look }: { readonly token: string; readonly look: InviteLook }) {
  const [name, setName] = useState('');
  const { enter, isPending, error } = useEnter(() => join(token, name.trim()), pathOf(look));
  return (
    <EntryForm title={`Join ${look.team}`} lead={<InviteWords look={look} />} onSubmit={enter}>
      <TextField
        label="Your name"
        description="It stands on every mark and comment you make."
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="name"
        isRequired
        autoFocus
      />
      {error && <Notice tone="error">{error}</Notice>}
      <Button tone="primary" type="submit" isPending={isPending}>
        Join
      </Button>
    </EntryForm>
  );
}

/** Where an invite leads: to its article, or to the library. */
function pathOf(look: InviteLook): string {
  return look.article ? `/articles/${look.article}` : '/';
}

function InviteWords({ look }: { readonly look: InviteLook }) {
  const role: Role = look.role;
  return (
    <>
      {look.invitedBy} invites you as <strong>{ROLE_WORDS[role].name.toLowerCase()}</strong>
      {look.article && ' of one article'}: you may {ROLE_WORDS[role].may}
    </>
  );
}

function NoServer() {
  return (
    <MessagePage title="The server cannot be reached">
      <p>Your invite waits: leave this page open, and it goes on by itself when the server is back.</p>
    </MessagePage>
  );
}

function NoInvite({ reason }: { readonly reason: string }) {
  return (
    <MessagePage title="This invite cannot be used">
      <p>{reason}</p>
      <p>Open the whole link again as you were given it, or ask for a new one.</p>
    </MessagePage>
  );
}
