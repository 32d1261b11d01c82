import { useState } from 'react';
import {
  type Invite,
  listInvites,
  revokeInvite,
  useLoaded,
  useServerAnswers,
  wordsOf,
} from '../api/index.ts';
import { announce, Button, ConfirmDialog, Notice, notify, Spinner } from '../ui/index.ts';
import { InviteForm } from './InviteForm.tsx';
import { InviteList } from './InviteList.tsx';
import { ROLE_WORDS } from './roles.ts';

/** Makes invite links, lists those that still work and takes them back. */
export function Invites() {
  const { loaded, reload } = useLoaded(listInvites);
  const answers = useServerAnswers();
  const [doomed, setDoomed] = useState<Invite | null>(null);
  return (
    <section className="invites" aria-labelledby="invites-heading">
      <h2 id="invites-heading" className="section-heading">
        Invite somebody
      </h2>
      <InviteForm onMade={reload} />
      {loaded.kind === 'loading' && <Spinner label="Reading the invites" />}
      {loaded.kind === 'failed' && answers && (
        <Notice
          tone="error"
          title="The invites could not be read"
          actions={
            <Button size="small" onPress={reload}>
              Try again
            </Button>
          }
        >
          {loaded.message}
        </Notice>
      )}
      {loaded.kind === 'loaded' && <InviteList invites={loaded.value} onRevoke={setDoomed} />}
      {doomed && <Revoke invite={doomed} close={() => setDoomed(null)} onRevoked={reload} />}
    </section>
  );
}

interface RevokeProps {
  readonly invite: Invite;
  close(): void;
  onRevoked(): void;
}

function Revoke({ invite, close, onRevoked }: RevokeProps) {
  const [isPending, setPending] = useState(false);
  const revoke = async () => {
    setPending(true);
    try {
      await revokeInvite(invite.id);
      announce('The link is revoked');
      onRevoked();
    } catch (thrown) {
      notify({ tone: 'error', message: wordsOf(thrown) });
    }
    close();
  };
  return (
    <ConfirmDialog
      title="Revoke this link?"
      isOpen
      onOpenChange={close}
      action="Revoke the link"
      onConfirm={revoke}
      isPending={isPending}
    >
      <p>
        Nobody can join with it any more, as {ROLE_WORDS[invite.role].name.toLowerCase()} or otherwise. Those
        who have joined stay.
      </p>
    </ConfirmDialog>
  );
}
