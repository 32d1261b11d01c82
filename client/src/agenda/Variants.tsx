import type { AttributeValue, PersonId } from '@assay/shared/model';
import { isTarget } from '@assay/shared/model';
import type { AgendaEntry } from '@assay/shared/review';
import { usePeople } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Avatar, Badge, Button, classes, Keys } from '../ui/index.ts';
import { accept, vote } from './acts.ts';
import { attributeName, listNames } from './agenda-words.ts';
import { useAgendaDesk, useNames } from './use-agenda.ts';
import { contextOf, hullOf, type Segment, segmentsOf, type Variant, withoutMiddle } from './variants.ts';

/** UTF-16 units of the article shown before and after the words, and of words in between that all share. */
const CONTEXT = 48;
const SHARED = 160;
const NOTHING = { before: '', after: '' };

interface VariantsProps {
  readonly entry: AgendaEntry;
  readonly variants: readonly Variant[];
  /** The linear text that the pieces count in. */
  readonly text: string;
}

/** The readings of a group one under the other: what all share plain, what only some have set off. */
export function Variants({ entry, variants, text }: VariantsProps) {
  const segments = segmentsOf(text, variants);
  const hull = hullOf(variants);
  const { before, after } = hull ? contextOf(text, hull, CONTEXT) : NOTHING;
  return (
    <section aria-label="Variants">
      <ol className="variants">
        {variants.map((variant) => (
          <li key={variant.marks[0]!.id}>
            <VariantRow
              entry={entry}
              variant={variant}
              words={
                segments.length > 0 ? (
                  <>
                    <span className="variant-around">{before}</span>
                    <Words segments={segments} variant={variant} among={variants.length} />
                    <span className="variant-around">{after}</span>
                  </>
                ) : (
                  variant.marks[0]!.target.ranges.map(({ quote }) => quote.exact).join(' … ')
                )
              }
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface WordsProps {
  readonly segments: readonly Segment[];
  readonly variant: Variant;
  readonly among: number;
}

function Words({ segments, variant, among }: WordsProps) {
  return segments.map(({ text, by }, i) => {
    const key = `${i} ${text.length}`;
    const has = by.includes(variant.number);
    if (by.length === among) return <span key={key}>{withoutMiddle(text, SHARED)}</span>;
    if (has)
      return (
        <ins key={key} className="variant-has">
          {withoutMiddle(text, SHARED)}
        </ins>
      );
    return (
      <del key={key} className="variant-lacks">
        {withoutMiddle(text, SHARED)}
      </del>
    );
  });
}

interface VariantRowProps {
  readonly entry: AgendaEntry;
  readonly variant: Variant;
  readonly words: React.ReactNode;
}

function VariantRow({ entry, variant, words }: VariantRowProps) {
  const personOf = usePeople();
  const nameOf = useNames();
  const { decision } = entry;
  const accepted = variant.marks.some(({ id }) => id === decision?.accepted);
  return (
    <div className={classes('variant', accepted && 'variant-accepted')}>
      <p className="variant-head">
        <span className="variant-number">{variant.number}</span>
        <span className="variant-people">
          {variant.reviewers.map((id) => (
            <Avatar key={id} person={personOf(id)} size="small" decorative />
          ))}
          {listNames(variant.reviewers, nameOf)}
        </span>
        {accepted && <Badge tone="success">Accepted</Badge>}
        <VotesFor entry={entry} variant={variant} />
      </p>
      <p className="variant-words" dir="auto">
        {words}
      </p>
      <Differing entry={entry} variant={variant} />
      <VariantButtons entry={entry} variant={variant} />
    </div>
  );
}

/** What this variant says about itself where others say otherwise. */
function Differing({ entry, variant }: Omit<VariantRowProps, 'words'>) {
  const { session } = useAgendaDesk();
  const guide = useStore(session.review, (view) => view.state.guide);
  if (variant.differing.length === 0) return null;
  const label = guide?.labels.find(({ id }) => id === entry.group.label);
  const names = new Map(label?.attributes.map(({ id, name }) => [id, name] as const));
  const choiceName = (attribute: string, value: AttributeValue | undefined): string => {
    const choices = label?.attributes.find(({ id }) => id === attribute)?.choices ?? [];
    if (value === undefined) return 'not said';
    if (isTarget(value)) return value.ranges.map(({ quote }) => quote.exact).join(' … ');
    const one = (said: unknown) => choices.find(({ id }) => id === said)?.name ?? String(said);
    return Array.isArray(value) ? value.map(one).join(', ') : one(value);
  };
  return (
    <dl className="variant-attributes">
      {variant.differing.map((id) => (
        <div key={id}>
          <dt>{attributeName(names, id)}</dt>
          <dd>{choiceName(id, variant.marks[0]!.attributes[id])}</dd>
        </div>
      ))}
    </dl>
  );
}

function votersFor(
  votes: readonly { by: PersonId; choice: { kind: string; mark?: string } }[],
  { marks }: Variant,
): readonly PersonId[] {
  return votes
    .filter(({ choice }) => choice.kind === 'variant' && marks.some(({ id }) => id === choice.mark))
    .map(({ by }) => by);
}

function VotesFor({ entry, variant }: Omit<VariantRowProps, 'words'>) {
  const { session } = useAgendaDesk();
  const nameOf = useNames();
  const ballot = useStore(session.review, (view) => view.state.ballots.get(entry.group.id));
  if (!ballot?.revealed) return null;
  const voters = votersFor(ballot.votes, variant);
  if (voters.length === 0) return null;
  return (
    <span className="variant-votes" title={listNames(voters, nameOf)}>
      ✓ {voters.length}
      <span className="visually-hidden"> voted for it: {listNames(voters, nameOf)}</span>
    </span>
  );
}

function VariantButtons({ entry, variant }: Omit<VariantRowProps, 'words'>) {
  const desk = useAgendaDesk();
  useStore(desk.rights);
  const me = useStore(desk.session.me);
  const own = useStore(
    desk.session.review,
    (view) => view.state.ballots.get(entry.group.id)?.votes.find(({ by }) => by === me?.id)?.choice,
  );
  if (entry.standing === 'settled') return null;
  const choice = { kind: 'variant', mark: variant.marks[0]!.id } as const;
  const mine = own?.kind === 'variant' && variant.marks.some(({ id }) => id === own.mark);
  const mayDecide = desk.may('decision.make');
  if (!mayDecide && !desk.may('vote.cast')) return null;
  return (
    <p className="variant-buttons">
      {desk.may('vote.cast') && (
        <Button
          size="small"
          tone={mine ? 'primary' : 'quiet'}
          aria-pressed={mine}
          onPress={() => vote(desk, entry.group.id, mine && own ? own : choice)}
        >
          {mine ? 'Your vote' : 'Vote for it'}
          {!mayDecide && variant.number < 10 && <Keys keys={String(variant.number)} />}
        </Button>
      )}
      {mayDecide && (
        <Button size="small" onPress={() => accept(desk, entry, variant)}>
          Accept {variant.number < 10 && <Keys keys={String(variant.number)} />}
        </Button>
      )}
    </p>
  );
}
