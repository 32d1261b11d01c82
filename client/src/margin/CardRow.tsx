import MessageSquare from 'lucide-react/icons/message-square';
import { Avatar, AvatarStack, LabelTag } from '../ui/index.ts';
import { CardName } from './CardHead.tsx';
import { type Entry, type GroupFacts, saidOn } from './entry.ts';
import { GroupName } from './GroupHead.tsx';
import { lateIn, type Settlement, settlementOf } from './group-entry.ts';
import { useLooks, usePeople } from './use-margin.ts';
import { useReworded, useWords } from './use-words.ts';
import { count } from './words.ts';

interface CardRowProps {
  readonly entry: Entry;
  /** The id of the words that name the card. */
  readonly nameId: string;
  readonly unread: boolean;
}

/** A card where many stand: one line of whose it is and on which words, and one of what was said, if anything was. */
export function CardRow(props: CardRowProps) {
  const { group } = props.entry;
  return group ? <GroupRow {...props} facts={group} /> : <EntryRow {...props} />;
}

function GroupRow({ entry, facts, nameId, unread }: CardRowProps & { readonly facts: GroupFacts }) {
  const personOf = usePeople();
  const lookOf = useLooks();
  const words = useWords(entry);
  const { group, decision, edgesDiffer } = facts;
  const late = lateIn(facts).length > 0;
  const isRival = group.clash.some(({ rival }) => rival);
  return (
    <>
      <p className="row-line" aria-hidden="true">
        <LabelTag label={lookOf(entry)} compact />
        <span className="group-count">{decision ? SIGNS[settlementOf(facts)] : countOf(facts)}</span>
        <AvatarStack people={group.reviewers.map(personOf)} max={3} label="Marked by" />
        <span className="row-words" dir="auto">
          {words}
        </span>
        {edgesDiffer && !decision && (
          <span className="row-sign" title="Edges differ">
            ⇔
          </span>
        )}
        {isRival && (
          <span className="group-rival" title="Others chose another label">
            or{' '}
            {group.clash
              .find(({ rival }) => rival)
              ?.label.charAt(0)
              .toUpperCase()}
          </span>
        )}
        {late && <span className="row-late">late</span>}
        {unread && <span className="row-new" title="New" />}
      </p>
      <span id={nameId} className="visually-hidden">
        <GroupName entry={entry} facts={facts} />
        {late && ', with a mark made after marking was over'}
        {unread && ', new'}
      </span>
      <Said entry={entry} />
    </>
  );
}

const SIGNS: Readonly<Record<Settlement, string>> = {
  unsettled: '',
  settled: '✓',
  contested: '≠',
  rejected: '✗',
};

const countOf = ({ group: { reviewers, missing } }: GroupFacts) =>
  `${reviewers.length}/${reviewers.length + missing.length}`;

function EntryRow({ entry, nameId, unread }: CardRowProps) {
  const person = usePeople()(entry.creator);
  const words = useWords(entry);
  const reworded = useReworded(entry);
  const late = entry.annotation?.late;
  return (
    <>
      <p className="row-line" aria-hidden="true">
        <LabelTag label={useLooks()(entry)} compact />
        <Avatar person={person} size="small" />
        <span className="row-words" dir="auto">
          {words}
        </span>
        {reworded && (
          <span className="row-sign" title="The words have changed since">
            ≠
          </span>
        )}
        {late && <span className="row-late">late</span>}
        {unread && <span className="row-new" title="New" />}
      </p>
      <span id={nameId} className="visually-hidden">
        <CardName entry={entry} person={person.name} />
        {reworded && ', the words have changed since'}
        {late && ', made after marking was over'}
        {unread && ', new'}
      </span>
      <Said entry={entry} />
    </>
  );
}

function Said({ entry }: { readonly entry: Entry }) {
  const personOf = usePeople();
  const said = saidOn(entry);
  const [first] = said;
  if (!first) return null;
  return (
    <p className="row-said">
      <b>{personOf(first.creator).name}:</b> <bdi className="row-body">{first.body}</bdi>
      {said.length > 1 && (
        <span className="row-count" title={count(said.length, 'comment')}>
          <MessageSquare className="icon" aria-hidden="true" />
          {said.length}
          <span className="visually-hidden"> comments</span>
        </span>
      )}
    </p>
  );
}
