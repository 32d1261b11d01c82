import type { ReactNode } from 'react';
import { loadSession, sessionState, useServerAnswers } from '../api/index.ts';
import { useStore } from '../store/index.ts';
import { Button, MessagePage, Spinner } from '../ui/index.ts';
import { KeptHere } from './KeptHere.tsx';

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
  const answers = useServerAnswers();
  return (
    <>
      <MessagePage title="You are not signed in">
        <p>
          Assay knows people by a link that was made for them. Open the invite link you were given, on this
          device and in this browser.
        </p>
        <p>
          No link at hand? The owner of your team makes one under Members. If you started this server
          yourself, it printed a set-up link where you started it.
        </p>
        {!answers && (
          <p>
            The server cannot be reached now. If you have just signed out, it is told so as soon as this
            browser reaches it with Assay open.
          </p>
        )}
      </MessagePage>
      <KeptHere />
    </>
  );
}

/** Without the server, on a device that remembers nobody. */
function UnreachablePage() {
  return (
    <>
      <MessagePage
        title="The server cannot be reached"
        actions={
          <Button tone="primary" onPress={() => void loadSession()}>
            Try again
          </Button>
        }
      >
        <p>
          Nobody is signed in in this browser, so there is nothing here that could be opened without the
          server. Either this device is offline or the server is not running.
        </p>
        <p>The page tries again by itself every few seconds.</p>
      </MessagePage>
      <KeptHere />
    </>
  );
}
