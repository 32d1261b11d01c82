import type { Comment, CommentId, Group, ThreadId } from '@assay/shared/model';
import { newId } from '@assay/shared/model';
import { useMemo, useState } from 'react';
import { CommentItem, useNaming, WritingField } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { useAgendaDesk } from './use-agenda.ts';

/** What is said of a group as a whole. What was said of single marks stands on their cards. */
export function GroupTalk({ group }: { readonly group: Group }) {
  const desk = useAgendaDesk();
  const { session, margin } = desk;
  const thread = group.id as string as ThreadId;
  const comments = useStore(session.review, (view) => view.state.comments);
  const resolved = useStore(session.review, (view) => view.state.threads.get(thread)?.status === 'resolved');
  const said = useMemo(() => saidIn(comments.values(), thread), [comments, thread]);
  const onMarks = useMemo(() => {
    const marks = new Set<string>(group.marks);
    let n = 0;
    for (const comment of comments.values()) if (marks.has(comment.thread) && !comment.deleted) n++;
    return n;
  }, [comments, group.marks]);
  const [body, setBody] = useState(() => margin.drafts.read(thread));
  const naming = useNaming(body);
  useStore(desk.rights);
  const write = (text: string) => {
    setBody(text);
    margin.drafts.write(thread, text);
  };
  const send = () => {
    if (!body.trim()) return;
    const { mentions, ...said } = naming.said(body.trim());
    const comment = {
      id: newId<CommentId>(),
      ...said,
      ...(mentions.length > 0 && { mentions: [...mentions] }),
    };
    const opens = !session.review.get().state.threads.has(thread);
    const subject = { on: 'group' as const, group: group.id };
    void session.send({ type: 'comment.add', comment, thread, ...(opens && { subject }) });
    write('');
  };
  return (
    <section className="item-talk" aria-label="Discussion of the item">
      <h3 className="item-heading">Discussion</h3>
      {onMarks > 0 && (
        <p className="item-meaning">
          {onMarks === 1 ? 'One comment stands' : `${onMarks} comments stand`} on its marks, in the margin.
        </p>
      )}
      {said.length > 0 && (
        <ol className="comments">
          {said.map((comment) => (
            <CommentItem key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      {resolved && <p className="item-meaning">Resolved.</p>}
      {!resolved && desk.may('comment.add') && (
        <div className="reply-box" data-reply="">
          <WritingField
            label={said.length > 0 ? 'Reply' : 'Say something about this item'}
            value={body}
            write={write}
            send={send}
            naming={naming}
            leave={() => (document.activeElement as HTMLElement | null)?.blur()}
          />
          {body.trim() && (
            <Button size="small" tone="primary" onPress={send}>
              Send
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function saidIn(comments: Iterable<Comment>, thread: ThreadId): readonly Comment[] {
  return [...comments].filter((comment) => comment.thread === thread);
}
