import { Notice, RelativeTime } from '../ui/index.ts';

interface OfflineNoticeProps {
  /** When the library was seen last. */
  readonly seen: string;
  readonly mayImport: boolean;
  readonly isEmpty: boolean;
}

/** Says that the library is the remembered one, what can be done with it, and what cannot. */
export function OfflineNotice({ seen, mayImport, isEmpty }: OfflineNoticeProps) {
  return (
    <Notice tone="warning" title="You are offline">
      <p>
        The server cannot be reached. You see the library as it was when you saw it last,{' '}
        <RelativeTime at={seen} />.
      </p>
      <p>
        {!isEmpty && 'What is on this device can be read and worked on, and is sent later. '}
        {mayImport && 'Importing waits for the server.'}
      </p>
    </Notice>
  );
}
