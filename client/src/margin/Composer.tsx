import { COMMENT_LOOK } from '@assay/shared/model';
import { useEffect, useState } from 'react';
import { useStore } from '../store/index.ts';
import { announce, Button } from '../ui/index.ts';
import { type Composing, draftName, keepLit } from './composing.ts';
import { useMargin } from './use-margin.ts';
import { useNaming } from './use-naming.ts';
import { WritingField } from './WritingField.tsx';
import { startThread } from './wishes.ts';
import { clip } from './words.ts';

/** Where a new thread is begun, on words without a label or on the article as a whole. Nothing is sent without words. */
export function Composer({ composing }: { readonly composing: Composing }) {
  const margin = useMargin();
  const name = draftName(composing);
  const [body, setBody] = useState(() => margin.drafts.read(name));
  const naming = useNaming(body);
  const lit = composing.on === 'passage' ? composing.lit : null;
  useEffect(() => keepLit(lit), [lit]);
  useStore(margin.session.rights);

  const write = (text: string) => {
    setBody(text);
    margin.drafts.write(name, text);
  };
  const close = () => {
    margin.composing.set(null);
    margin.editor.get()?.focus();
  };
  const send = () => {
    if (!body.trim()) return;
    const ranges = composing.on === 'passage' ? composing.ranges : null;
    const thread = startThread(margin.session, ranges, naming.said(body.trim()));
    write('');
    margin.composing.set(null);
    margin.focus(thread);
    margin.awaited.set({ id: thread, part: 'card' });
    announce('Comment added');
  };
  // The review may have been signed off meanwhile; what was written stays as a draft.
  if (!margin.session.may('comment.add')) return null;
  return (
    <section
      className="card card-focused card-composing"
      data-label="passage"
      data-hue={COMMENT_LOOK.hue}
      data-line={COMMENT_LOOK.line}
      aria-label={
        composing.on === 'article' ? 'Comment on the whole article' : 'Comment on the selected words'
      }
    >
      {composing.on === 'passage' && <p className="card-words">{clip(composing.words, 160)}</p>}
      <WritingField
        label="Comment"
        value={body}
        write={write}
        send={send}
        leave={close}
        naming={naming}
        autoFocus
      />
      <div className="card-buttons">
        <Button size="small" tone="primary" isDisabled={!body.trim()} onPress={send}>
          Comment
        </Button>
        <Button size="small" tone="plain" onPress={close}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
