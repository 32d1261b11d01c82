import type { Comment, Person } from '@assay/shared/model';
import { useState } from 'react';
import { useStore } from '../store/index.ts';
import { Avatar, RelativeTime } from '../ui/index.ts';
import { CommentEditor } from './CommentEditor.tsx';
import { CommentMenu } from './CommentMenu.tsx';
import { withNames } from './mentions.ts';
import { Reactions } from './Reactions.tsx';
import { useMargin, usePeople } from './use-margin.ts';
import { useNamed } from './use-naming.ts';
import { withLinks } from './words.ts';

/** One contribution with its author; edited, answered with an emoji and deleted in place. */
export function CommentItem({ comment }: { readonly comment: Comment }) {
  const { session } = useMargin();
  const personOf = usePeople();
  const [editing, setEditing] = useState(false);
  const pending = useStore(session.review, (view) => view.pending.has(comment.id));
  if (comment.deleted) return <Tombstone comment={comment} />;
  const person = personOf(comment.creator);
  return (
    <li className="comment" data-comment={comment.id} data-pending={pending || undefined}>
      <div className="comment-head">
        <Avatar person={person} size="small" decorative />
        <span className="comment-person">{person.name}</span>
        <span className="comment-when">
          {pending ? 'not saved yet' : <RelativeTime at={comment.created} />}
          {comment.edited && !pending && <span title={comment.edited}> · edited</span>}
        </span>
        {!editing && <CommentMenu comment={comment} edit={() => setEditing(true)} />}
      </div>
      {editing ? (
        <CommentEditor comment={comment} done={() => setEditing(false)} />
      ) : (
        <CommentBody comment={comment} />
      )}
      <Reactions comment={comment} />
    </li>
  );
}

function Tombstone({ comment }: { readonly comment: Comment }) {
  const personOf = usePeople();
  const by = comment.deleted!.by;
  const own = by === comment.creator;
  return (
    <li className="comment comment-gone">
      {own
        ? `${personOf(by).name} deleted this comment`
        : `${personOf(by).name} removed a comment by ${personOf(comment.creator).name}`}
      , <RelativeTime at={comment.deleted!.at} />
    </li>
  );
}

function CommentBody({ comment }: { readonly comment: Comment }) {
  const named = useNamed(comment.mentions);
  return (
    <p className="comment-body" dir="auto">
      {withLinks(comment.body).map((piece, i) =>
        piece.href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
          <a key={i} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
          <Named key={i} text={piece.text} people={named} />
        ),
      )}
    </p>
  );
}

/** Words in which the names of those who are named are set off, one's own a little more. */
function Named({ text, people }: { readonly text: string; readonly people: readonly Person[] }) {
  const me = useStore(useMargin().session.me, (person) => person?.id);
  return withNames(text, people).map((piece, i) =>
    piece.named.length > 0 ? (
      <bdi
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
        key={i}
        className="mention"
        data-own={piece.named.some(({ id }) => id === me) || undefined}
      >
        {piece.text}
      </bdi>
    ) : (
      piece.text
    ),
  );
}
