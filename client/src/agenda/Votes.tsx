import type { Ballot, PersonId, Vote } from '@assay/shared/model';
import { votersAwaited } from '@assay/shared/review';
import { useMemo } from 'react';
import { useStore } from '../store/index.ts';
import { Button, Keys } from '../ui/index.ts';
import { revealVotes, vote } from './acts.ts';
import { choiceWords, listNames } from './agenda-words.ts';
import type { ItemProps } from './item-props.ts';
import { useAgendaDesk, useNames } from './use-agenda.ts';
import { type Variant, variantOf } from './variants.ts';

const CHOICES = [
  { kind: 'agree', name: 'Agree', keys: 'a' },
  { kind: 'disagree', name: 'Disagree', keys: 'd' },
  { kind: 'abstain', name: 'Abstain', keys: 'b' },
] as const;

/** One's own vote, how many have voted, and from the reveal on who voted for what. */
export function Votes({ entry: { group }, variants }: ItemProps) {
  const desk = useAgendaDesk();
  const me = useStore(desk.session.me);
  const ballot = useStore(desk.session.review, (view) => view.state.ballots.get(group.id));
  const state = useStore(desk.session.review, (view) => view.state);
  const awaited = useMemo(() => votersAwaited(state), [state]);
  useStore(desk.rights);
  const mayVote = desk.may('vote.cast');
  const own = ballot?.votes.find(({ by }) => by === me?.id)?.choice;
  return (
    <section className="votes" aria-label="Votes">
      <div className="votes-head">
        <h3 className="item-heading">Votes</h3>
        <Count ballot={ballot} awaited={awaited} />
      </div>
      {mayVote && (
        <fieldset className="votes-choices" aria-label="Your vote on the item as a whole">
          {CHOICES.map(({ kind, name, keys }) => (
            <Button
              key={kind}
              size="small"
              className="votes-choice"
              tone={own?.kind === kind ? 'primary' : 'quiet'}
              aria-pressed={own?.kind === kind}
              onPress={() => vote(desk, group.id, { kind })}
            >
              {name} <Keys keys={keys} />
            </Button>
          ))}
        </fieldset>
      )}
      {ballot?.revealed ? (
        <Revealed ballot={ballot} variants={variants} />
      ) : (
        <p className="votes-secret">
          {own ? 'Only you see your vote until all are revealed. ' : ''}
          {(ballot?.voted.length ?? 0) > 0 && desk.may('vote.reveal') && (
            <Button size="small" onPress={() => revealVotes(desk, group.id)}>
              Reveal <Keys keys="o" />
            </Button>
          )}
        </p>
      )}
    </section>
  );
}

interface CountProps {
  readonly ballot: Ballot | undefined;
  readonly awaited: readonly PersonId[];
}

function Count({ ballot, awaited }: CountProps) {
  const nameOf = useNames();
  const voted = ballot?.voted ?? [];
  const waiting = awaited.filter((person) => !voted.includes(person));
  const total = voted.length + waiting.length;
  return (
    <p className="votes-count" aria-live="polite">
      {voted.length} of {total} {total === 1 ? 'has' : 'have'} voted
      {ballot?.revealed
        ? ''
        : waiting.length > 0 && waiting.length < 4 && voted.length > 0
          ? `; still to come: ${listNames(waiting, nameOf)}`
          : ''}
    </p>
  );
}

function Revealed({ ballot, variants }: { readonly ballot: Ballot; readonly variants: readonly Variant[] }) {
  // The last vote shows one's own at once; the others come with the server's word.
  if (ballot.votes.length < ballot.voted.length)
    return <p className="votes-secret">The votes are being revealed.</p>;
  return <Tally votes={ballot.votes} variants={variants} />;
}

/** Who voted for what. */
export function Tally({
  votes,
  variants,
}: {
  readonly votes: readonly Vote[];
  readonly variants: readonly Variant[];
}) {
  const nameOf = useNames();
  const numberOf = (mark: string) => variantOf(variants, mark as never)?.number;
  const byChoice = new Map<string, PersonId[]>();
  for (const { by, choice } of votes) {
    const words = choiceWords(choice, numberOf);
    byChoice.set(words, [...(byChoice.get(words) ?? []), by]);
  }
  const rows = [...byChoice].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return (
    <dl className="votes-tally">
      {rows.map(([choice, people]) => (
        <div key={choice}>
          <dt>{choice}</dt>
          <dd>
            <b>{people.length}</b> {listNames(people, nameOf)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
