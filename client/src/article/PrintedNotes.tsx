import type { Comment } from '@assay/shared/model';
import {
  type Entry,
  GroupSentence,
  useLooks,
  useMargin,
  usePeople,
  useReworded,
  useWords,
} from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { fullMoment, LabelTag } from '../ui/index.ts';
import { useMedia } from './use-media.ts';
import './PrintedNotes.css';

/** On paper the margin becomes a list under the text: every card that is shown, with all that was said. */
export function PrintedNotes() {
  return useMedia('print') ? <Notes /> : null;
}

function Notes() {
  const margin = useMargin();
  const shown = useStore(margin.shown);
  if (shown.length === 0) return null;
  return (
    <section className="printed-notes" aria-label="Marks and threads">
      <h2 className="printed-title">Marks and threads</h2>
      <ol>
        {shown.map((entry) => (
          <Note key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Note({ entry }: { readonly entry: Entry }) {
  const person = usePeople()(entry.creator);
  const look = useLooks()(entry);
  return (
    <li
      className="printed-note"
      data-label={entry.label ?? 'passage'}
      data-hue={look.hue}
      data-line={look.line}
    >
      <p className="printed-head">
        <LabelTag label={look} />{' '}
        {entry.group ? (
          <GroupSentence facts={entry.group} />
        ) : (
          <>
            {person.name}
            {person.program && ' (program)'}, {fullMoment(entry.created)}
          </>
        )}
        <State entry={entry} />
      </p>
      {entry.on === 'article' ? (
        <p>On the article as a whole</p>
      ) : (
        <blockquote className="printed-words" dir="auto">
          <Words entry={entry} />
        </blockquote>
      )}
      {entry.comments.map((comment) => (
        <Said key={comment.id} comment={comment} />
      ))}
      {entry.group && (
        <ul className="printed-members">
          {entry.group.members.map((member) => (
            <Member key={member.id} entry={member} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A mark in a group, with what was said on it. */
function Member({ entry }: { readonly entry: Entry }) {
  const person = usePeople()(entry.creator);
  return (
    <li>
      <b>{person.name}:</b> “<Words entry={entry} />”
      {entry.comments.map((comment) => (
        <Said key={comment.id} comment={comment} />
      ))}
    </li>
  );
}

function Words({ entry }: { readonly entry: Entry }) {
  return useWords(entry);
}

const STATES = {
  open: null,
  resolved: 'resolved',
  withdrawn: 'withdrawn',
  orphaned: 'its words are no longer in the article',
} as const;

function State({ entry }: { readonly entry: Entry }) {
  const reworded = useReworded(entry);
  const words = STATES[entry.status] ?? (reworded ? 'the words have changed since' : null);
  return words && <i> · {words}</i>;
}

function Said({ comment }: { readonly comment: Comment }) {
  const person = usePeople()(comment.creator);
  return (
    <p className="printed-said">
      <b>{person.name}:</b> {comment.deleted ? <i>deleted</i> : <bdi>{comment.body}</bdi>}
    </p>
  );
}
