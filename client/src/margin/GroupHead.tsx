import type { PersonId } from '@assay/shared/model';
import CircleCheck from 'lucide-react/icons/circle-check';
import {
  decisionInWords,
  groupInWords,
  listOfNames,
  otherInWords,
  otherLabels,
  stateInWords,
} from '../session/index.ts';
import { useStore } from '../store/index.ts';
import { AvatarStack, Badge, LabelTag } from '../ui/index.ts';
import type { Entry, GroupFacts } from './entry.ts';
import { GroupMenu } from './GroupMenu.tsx';
import { lateIn } from './group-entry.ts';
import { useGroupContext } from './use-group-context.ts';
import { useLooks, useMargin, usePeople } from './use-margin.ts';
import { useWords } from './use-words.ts';
import { clip } from './words.ts';
import './GroupCard.css';

interface GroupHeadProps {
  readonly entry: Entry;
  readonly facts: GroupFacts;
  /** The id of the words that name the card. */
  readonly nameId: string;
  readonly focused: boolean;
  readonly unread: boolean;
}

/** Which label, how far people agree and who they are, on which words; what else stands there, and what was settled. */
export function GroupHead({ entry, facts, nameId, focused, unread }: GroupHeadProps) {
  const personOf = usePeople();
  const look = useLooks()(entry);
  return (
    <>
      <header className="card-head">
        <LabelTag label={look} />
        <span className="group-state">
          <GroupState facts={facts} />
        </span>
        {/* In focus each has a line of their own below. */}
        {!focused && (
          <span className="group-people">
            <AvatarStack people={facts.group.reviewers.map(personOf)} label="Marked by" max={5} />
          </span>
        )}
        {unread && <span className="card-new">New</span>}
        {focused && <GroupMenu entry={entry} facts={facts} />}
      </header>
      <span id={nameId} className="visually-hidden">
        <GroupName entry={entry} facts={facts} />
      </span>
      <GroupWords entry={entry} facts={facts} />
      <Signs entry={entry} facts={facts} />
      {focused && <Edges entry={entry} facts={facts} />}
    </>
  );
}

/** `4 of 4, edges differ`. */
export function GroupState({ facts: { group, edgesDiffer } }: { readonly facts: GroupFacts }) {
  return stateInWords(group, edgesDiffer, useGroupContext());
}

/** `Ben and Cy say Quote instead`; nothing when all who marked these words chose one label, or layers of them. */
export function GroupRivals({ facts: { group } }: { readonly facts: GroupFacts }) {
  const context = useGroupContext();
  const rivals = otherLabels(group, context.groups).filter(({ rival }) => rival);
  return rivals.map((other) => (
    <span key={other.group.id} className="group-rival">
      {otherInWords(other, context)}
    </span>
  ));
}

/** `Claim by Ana and Ben, 2 of 3; not by Cy.` */
export function GroupSentence({ facts }: { readonly facts: GroupFacts }) {
  return groupInWords(facts.group, facts.decision ?? undefined, useGroupContext());
}

/** The sentence with the words: `… “The gate stayed open”` */
export function GroupName({ entry, facts }: { readonly entry: Entry; readonly facts: GroupFacts }) {
  const words = useWords(entry);
  return (
    <>
      <GroupSentence facts={facts} /> “{clip(words, 120)}”
    </>
  );
}

/** The words, those that only some marked set off; once settled, those that were settled. */
function GroupWords({ entry, facts }: { readonly entry: Entry; readonly facts: GroupFacts }) {
  const { placements } = useMargin();
  const words = useWords(entry);
  const parted = useStore(placements, (placed) => placed.get(entry.id)?.group ?? null);
  const rejected = facts.decision?.outcome === 'rejected';
  const context = useGroupContext();
  if (entry.status === 'orphaned' || rejected || !parted)
    return (
      <p className="card-words" dir="auto">
        {rejected ? <del>{words}</del> : words}
      </p>
    );
  return (
    <p className="card-words" dir="auto">
      {parted.runs.map(({ text, by }, i) =>
        by === null ? (
          // Runs have no identity of their own.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={i}>{text}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={i} className="group-loose" title={`Marked by ${listOfNames(by, context)} only`}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}

function Signs({ entry, facts }: { readonly entry: Entry; readonly facts: GroupFacts }) {
  const context = useGroupContext();
  const lookOf = useLooks();
  const { group, decision, members } = facts;
  const late = lateIn(facts);
  const accepted = members.find(({ id }) => id === decision?.accepted)?.creator ?? null;
  return (
    <>
      {entry.status === 'orphaned' && <Badge tone="warning">Its words are no longer in the article</Badge>}
      {late.length > 0 && <Badge>Late: marked by {listOfNames(late, context)} after marking was over</Badge>}
      {decision && (
        <p className="group-decision" data-outcome={decision.outcome}>
          <CircleCheck className="icon" aria-hidden="true" />{' '}
          {upper(decisionInWords(decision, accepted, context))}
        </p>
      )}
      {otherLabels(group, context.groups).map((other) => (
        <p key={other.group.id} className="group-other" data-rival={other.rival || undefined}>
          <LabelTag label={lookOf({ ...entry, label: other.group.label })} compact />
          {upper(otherInWords(other, context))}
        </p>
      ))}
    </>
  );
}

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Who begins and ends where, when they do not all do so alike; and who has not marked it. */
function Edges({ entry, facts }: { readonly entry: Entry; readonly facts: GroupFacts }) {
  const parted = useStore(useMargin().placements, (placed) => placed.get(entry.id)?.group ?? null);
  const { begins = [], ends = [] } = parted ?? {};
  const { missing } = facts.group;
  const differ = begins.length > 1 || ends.length > 1;
  if (!differ && missing.length === 0) return null;
  return (
    <dl className="group-edges">
      {begins.length > 1 && <Edge name="Begins" edges={begins} />}
      {ends.length > 1 && <Edge name="Ends" edges={ends} />}
      {missing.length > 0 && (
        <div>
          <dt>Not by</dt>
          <dd>
            <People people={missing} />
          </dd>
        </div>
      )}
    </dl>
  );
}

interface EdgeProps {
  readonly name: 'Begins' | 'Ends';
  readonly edges: readonly { readonly words: string; readonly people: readonly PersonId[] }[];
}

function Edge({ name, edges }: EdgeProps) {
  return (
    <div>
      <dt>{name}</dt>
      {edges.map(({ words, people }) => (
        <dd key={words + people.join()}>
          <bdi className="group-edge-words">{name === 'Begins' ? `${words} …` : `… ${words}`}</bdi>{' '}
          <People people={people} />
        </dd>
      ))}
    </div>
  );
}

function People({ people }: { readonly people: readonly PersonId[] }) {
  return <span className="group-names">{listOfNames(people, useGroupContext())}</span>;
}
