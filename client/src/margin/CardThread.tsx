import Check from 'lucide-react/icons/check';
import { useState } from 'react';
import { useStore } from '../store/index.ts';
import { Button, RelativeTime } from '../ui/index.ts';
import { restoreEntry, settleEntry, withdrawEntry } from './acts.ts';
import { CommentItem } from './CommentItem.tsx';
import { type Entry, saidOn } from './entry.ts';
import { aimAt } from './extent-acts.ts';
import { ReplyBox } from './ReplyBox.tsx';
import { useMargin, usePeople } from './use-margin.ts';
import { rightsOn } from './wishes.ts';
import { count } from './words.ts';

/** More comments than this are folded in the middle until asked for. */
const FOLD_FROM = 6;

interface CardThreadProps {
  readonly entry: Entry;
  readonly focused: boolean;
}

/** What was said; in focus whole and to be answered, else its first and last words. */
export function CardThread({ entry, focused }: CardThreadProps) {
  if (!focused) return <ThreadSummary entry={entry} />;
  return (
    <>
      <Comments entry={entry} />
      <Settled entry={entry} />
      <CardFoot entry={entry} />
    </>
  );
}

function ThreadSummary({ entry }: { readonly entry: Entry }) {
  const personOf = usePeople();
  const said = saidOn(entry);
  const first = said[0];
  if (!first) return null;
  return (
    <div className="card-summary">
      <p className="card-excerpt">
        {(entry.on === 'mark' || entry.on === 'group' || first.creator !== entry.creator) && (
          <b>{personOf(first.creator).name}: </b>
        )}
        <bdi>{first.body}</bdi>
      </p>
      {said.length > 1 && <p className="card-replies">{count(said.length - 1, 'reply', 'replies')}</p>}
      {entry.thread?.status === 'resolved' && <p className="card-replies">Resolved</p>}
    </div>
  );
}

function Comments({ entry }: { readonly entry: Entry }) {
  const [whole, setWhole] = useState(false);
  const { comments } = entry;
  if (comments.length === 0) return null;
  const folded = !whole && comments.length > FOLD_FROM;
  const last = comments.slice(-(FOLD_FROM - 2));
  return (
    <ol className="comments" aria-label="Comments">
      {(folded ? comments.slice(0, 1) : comments).map((comment) => (
        <CommentItem key={comment.id} comment={comment} />
      ))}
      {folded && (
        <li>
          <Button tone="plain" size="small" onPress={() => setWhole(true)}>
            Show {count(comments.length - 1 - last.length, 'more comment')}
          </Button>
        </li>
      )}
      {folded && last.map((comment) => <CommentItem key={comment.id} comment={comment} />)}
    </ol>
  );
}

function Settled({ entry }: { readonly entry: Entry }) {
  const personOf = usePeople();
  const settled = entry.thread?.settled;
  if (entry.thread?.status !== 'resolved' || !settled) return null;
  return (
    <p className="card-settled">
      <Check className="icon" aria-hidden="true" /> Resolved by {personOf(settled.by).name},{' '}
      <RelativeTime at={settled.at} />
    </p>
  );
}

function CardFoot({ entry }: { readonly entry: Entry }) {
  const margin = useMargin();
  useStore(margin.session.rights);
  const fresh = useStore(margin.fresh, (id) => id === entry.id);
  const may = rightsOn(margin.session, entry);
  const resolved = entry.thread?.status === 'resolved';
  return (
    <footer className="card-foot">
      {may.reply && !resolved && <ReplyBox entry={entry} />}
      <div className="card-buttons">
        {may.settle && (
          <Button size="small" tone={resolved ? 'quiet' : 'plain'} onPress={() => settleEntry(margin, entry)}>
            {resolved ? 'Reopen' : 'Resolve'}
          </Button>
        )}
        {fresh && may.withdraw && (
          <Button size="small" tone="plain" onPress={() => withdrawEntry(margin, entry)}>
            Undo mark
          </Button>
        )}
        {may.reshape && entry.status === 'orphaned' && (
          <Button size="small" onPress={() => aimAt(margin, { id: entry.id, wanted: 'place' })}>
            Put it back on words
          </Button>
        )}
        {may.restore && (
          <Button size="small" onPress={() => restoreEntry(margin, entry)}>
            Restore
          </Button>
        )}
      </div>
    </footer>
  );
}
