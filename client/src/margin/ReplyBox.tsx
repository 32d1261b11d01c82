import { type Ref, useRef, useState } from 'react';
import { Button, TextArea, type TextAreaProps } from '../ui/index.ts';
import { type Entry, threadIdOf } from './entry.ts';
import { useAwaited } from './use-awaited.ts';
import { useMargin } from './use-margin.ts';
import { reply } from './wishes.ts';

/** Where a thread is answered. What is not sent stays as a draft of this thread on this device. */
export function ReplyBox({ entry }: { readonly entry: Entry }) {
  const margin = useMargin();
  const field = useRef<HTMLTextAreaElement>(null);
  const thread = threadIdOf(entry);
  const [body, setBody] = useState(() => margin.drafts.read(thread));
  useAwaited(entry.id, 'reply', field);

  const write = (text: string) => {
    setBody(text);
    margin.drafts.write(thread, text);
  };
  const send = () => {
    if (!body.trim()) return;
    reply(margin.session, entry, body.trim());
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

interface WritingFieldProps {
  readonly label: string;
  readonly value: string;
  write(text: string): void;
  send(): void;
  /** Escape was pressed. */
  leave(): void;
  readonly autoFocus?: boolean;
  readonly field?: Ref<HTMLTextAreaElement>;
}

/** A field whose Enter sends and whose Shift+Enter begins a new line; where fingers type, Enter is a new line. */
export function WritingField({ label, value, write, send, leave, autoFocus, field }: WritingFieldProps) {
  const takeKey: TextAreaProps['onKeyDown'] = (event) => {
    const fingers = matchMedia('(pointer: coarse)').matches;
    const sends = event.key === 'Enter' && !event.shiftKey && (!fingers || event.ctrlKey || event.metaKey);
    if (event.nativeEvent.isComposing || (!sends && event.key !== 'Escape')) {
      // The page's own keys, such as the palette's, work from within a field as well.
      event.continuePropagation();
      return;
    }
    event.preventDefault();
    if (sends) send();
    else leave();
  };
  return (
    <TextArea
      label={label}
      labelHidden
      rows={1}
      placeholder={`${label}…`}
      value={value}
      onChange={write}
      onKeyDown={takeKey}
      autoFocus={autoFocus ?? false}
      {...(field ? { ref: field } : {})}
    />
  );
}
