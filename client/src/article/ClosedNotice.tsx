import type { ArticleSession } from '../session/index.ts';
import { useStore } from '../store/index.ts';
import { Button, buttonClass, Notice } from '../ui/index.ts';
import { GiveUpChanges } from './GiveUpChanges.tsx';

/** Why the server has ended the connection for good, and what to do. What was written stays readable below. */
export function ClosedNotice({ session }: { readonly session: ArticleSession }) {
  const closed = useStore(session.closed);
  const unsaved = useStore(session.saving, (saving) => (saving.kind === 'saved' ? 0 : saving.unsaved));
  if (!closed) return null;
  return (
    <Notice
      tone="error"
      title="You are no longer connected to this article"
      actions={
        <>
          <Button tone="primary" onPress={() => location.reload()}>
            Reload the page
          </Button>
          {closed.changesRefused && unsaved > 0 && <GiveUpChanges session={session} />}
          <a className={buttonClass('quiet')} href="/">
            All articles
          </a>
        </>
      }
    >
      <p>{closed.reason}</p>
      {unsaved > 0 && (
        <p>{unsaved === 1 ? 'One change is' : `${unsaved} changes are`} kept on this device.</p>
      )}
    </Notice>
  );
}
