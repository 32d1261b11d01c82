import { type ReactNode, useEffect } from 'react';
import { loadSession, sessionState } from '../api/index.ts';
import { useStore } from '../store/index.ts';
import { Button, MessagePage, Spinner } from '../ui/index.ts';

/** Milliseconds. */
const RETRY_INTERVAL = 4_000;

/** Its children for those who are signed in; for everybody else a page that says what to do. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const state = useStore(sessionState);
  switch (state.kind) {
    case 'signed-in':
      return children;
    case 'unknown':
      return <Spinner label="One moment" />;
    case 'signed-out':
      return <SignedOutPage />;
    case 'unreachable':
      return <UnreachablePage />;
  }
}

function SignedOutPage() {
  return (
    <MessagePage title="You are not signed in">
      <p>
        Assay knows people by a link that was made for them. Open the invite link you were given, on this
        device and in this browser.
      </p>
      <p>
        No link at hand? The owner of your team makes one under Members. If you started this server yourself,
        it printed a set-up link where you started it.
      </p>
    </MessagePage>
  );
}

function UnreachablePage() {
  useEffect(() => {
    const retry = () => void loadSession();
    const timer = setInterval(retry, RETRY_INTERVAL);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, []);
  return (
    <MessagePage
      title="The server cannot be reached"
      actions={
        <Button tone="primary" onPress={() => void loadSession()}>
          Try again
        </Button>
      }
    >
      <p>
        Either this device is offline or the server is not running. Nothing is lost: what was not yet sent is
        kept on this device.
      </p>
      <p>The page tries again by itself every few seconds.</p>
    </MessagePage>
  );
}
