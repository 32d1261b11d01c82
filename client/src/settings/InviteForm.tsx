import { ROLES, type Role } from '@assay/shared/model';
import { type FormEvent, useState } from 'react';
import { createInvite, useServerAnswers, wordsOf } from '../api/index.ts';
import { announce, Button, CopyField, Notice, Select } from '../ui/index.ts';
import { ROLE_WORDS } from './roles.ts';

const ROLE_OPTIONS = ROLES.filter((role) => role !== 'owner').map((role) => ({
  id: role,
  label: ROLE_WORDS[role].name,
  description: `May ${ROLE_WORDS[role].may}`,
}));

const EXPIRIES = [
  { id: '1', label: 'For a day' },
  { id: '7', label: 'For a week' },
  { id: '30', label: 'For 30 days' },
  { id: '90', label: 'For 90 days' },
] as const;

/** Makes a link; it is shown this once, for the server keeps no copy that could be stolen. */
export function InviteForm({ onMade }: { onMade(): void }) {
  const [role, setRole] = useState<Exclude<Role, 'owner'>>('reviewer');
  const [days, setDays] = useState<(typeof EXPIRIES)[number]['id']>('7');
  const [link, setLink] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const answers = useServerAnswers();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      setLink(await createInvite({ role, days: Number(days) }));
      announce('The link is ready');
      onMade();
    } catch (thrown) {
      setError(wordsOf(thrown));
    }
    setPending(false);
  };
  return (
    <>
      <form className="invite-form" onSubmit={make}>
        <Select label="As" options={ROLE_OPTIONS} value={role} onChange={setRole} />
        <Select label="The link works" options={EXPIRIES} value={days} onChange={setDays} />
        <Button tone="primary" type="submit" isPending={isPending} isDisabled={!answers}>
          Make a link
        </Button>
      </form>
      {error && <Notice tone="error">{error}</Notice>}
      {link && (
        <Notice tone="success" title={`A link for a ${ROLE_WORDS[role].name.toLowerCase()}`}>
          <p>Pass it on as you like. It is shown only now: whoever opens it gives a name and is in.</p>
          <CopyField label="Invite link" value={link} />
        </Notice>
      )}
    </>
  );
}
