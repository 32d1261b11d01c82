import { useState } from 'react';
import type { ArticleSession } from '../session/index.ts';
import { Button, ConfirmDialog } from '../ui/index.ts';

/** The way out when the server does not take what is kept here: forgets it on this device, then loads the article anew. */
export function GiveUpChanges({ session }: { readonly session: ArticleSession }) {
  const [asking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const giveUp = async () => {
    setPending(true);
    await session.discardUnsent();
    location.reload();
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>Give up these changes…</Button>
      <ConfirmDialog
        title="Give up your unsaved changes?"
        isOpen={asking}
        onOpenChange={setAsking}
        action="Give them up"
        onConfirm={giveUp}
        isPending={isPending}
      >
        <p>The server does not take them. Copy what you want to keep out of the text first.</p>
        <p>
          They are forgotten on this device and cannot be brought back. The article itself stays as it is.
        </p>
      </ConfirmDialog>
    </>
  );
}
