import { useRef, useState } from 'react';
import { Button } from '../ui/index.ts';
import { type Entry, threadIdOf } from './entry.ts';
import { useAwaited } from './use-awaited.ts';
import { useMargin } from './use-margin.ts';
import { useNaming } from './use-naming.ts';
import { WritingField } from './WritingField.tsx';
import { reply } from './wishes.ts';

/** Where a thread is answered. What is not sent stays as a draft of this thread on this device. */
export function ReplyBox({ entry }: { readonly entry: Entry }) {
  const margin = useMargin();
  const field = useRef<HTMLTextAreaElement>(null);
  const thread = threadIdOf(entry);
  const [body, setBody] = useState(() => margin.drafts.read(thread));
  const naming = useNaming(body);
  useAwaited(entry.id, 'reply', field);

  const write = (text: string) => {
    setBody(text);
    margin.drafts.write(thread, text);
  };
  const send = () => {
    if (!body.trim()) return;
    reply(margin.session, entry, naming.said(body.trim()));
    write('');
  };
  return (
    <div className="reply-box">
      <WritingField
        label={entry.comments.length ? 'Reply' : 'Comment'}
        value={body}
        write={write}
        send={send}
        leave={() => margin.awaited.set({ id: entry.id, part: 'card' })}
        naming={naming}
        field={field}
      />
      {body.trim() && (
        <Button size="small" tone="primary" onPress={send}>
          Send
        </Button>
      )}
    </div>
  );
}
