import { GROUP_WORDS, type MinutesDecision, type MinutesItem } from '@assay/shared/interchange';
import { RelativeTime } from '../ui/index.ts';

interface ItemsProps {
  readonly title: string;
  readonly items: readonly MinutesItem[];
  onOpen(id: string): void;
}

/** Groups of marks, as the minutes tell of them. */
export function MinutesItems({ title, items, onOpen }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span className="minutes-count">{items.length}</span>
      </h3>
      <ol className="minutes-items">
        {items.map((item) => (
          <Item key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ol>
    </section>
  );
}

function Item({ item, onOpen }: { readonly item: MinutesItem; onOpen(id: string): void }) {
  const { id, label, state, variants, missing, votes, decision, overturned, findings, evidence, parked } =
    item;
  return (
    <li>
      <button type="button" className="minutes-link" onClick={() => onOpen(id)}>
        {label}
      </button>
      <span className="minutes-quiet">, {GROUP_WORDS[state]}</span>
      <ul>
        {variants.map(({ words, by }) => (
          <li key={words}>
            <q dir="auto">{words}</q> <span className="minutes-quiet">({by.join(', ')})</span>
          </li>
        ))}
        {missing.length > 0 && <li className="minutes-quiet">not marked by {missing.join(', ')}</li>}
        {votes.length > 0 && <li>Votes: {votes.map(({ by, says }) => `${by}: ${says}`).join('; ')}</li>}
        {decision && (
          <li>
            <DecisionWords decision={decision} />
          </li>
        )}
        {overturned.map((one) => (
          <li key={one.at}>
            Before that: <DecisionWords decision={one} />
          </li>
        ))}
        {findings.map(({ name, value }) => (
          <li key={name}>
            {name}: {value}
          </li>
        ))}
        {evidence.map(({ title, url, stance }) => (
          <li key={url}>
            Evidence ({stance}):{' '}
            <a href={url} rel="noopener noreferrer" target="_blank">
              {title || url}
            </a>
          </li>
        ))}
        {parked && (
          <li>
            Parked with {parked.owner}
            {parked.due && ` until ${parked.due}`}
          </li>
        )}
      </ul>
    </li>
  );
}

function DecisionWords({ decision }: { readonly decision: MinutesDecision }) {
  const { outcome, words, by, at, withoutTalk, againstMajority, dissent, rationale, clause, reopened } =
    decision;
  return (
    <>
      <strong>{outcome}</strong>
      {words.map(({ label, words: settled }) => (
        <span key={`${label} ${settled}`}>
          : {label} <q dir="auto">{settled}</q>
        </span>
      ))}
      <span className="minutes-quiet">
        ; by {by}, <RelativeTime at={at} />
        {withoutTalk && ', without discussion'}
      </span>
      {againstMajority && '; against the majority of the votes'}
      {dissent.length > 0 && `; dissent: ${dissent.join(', ')}`}
      {rationale && `; because: ${rationale}`}
      {clause && `; guide: ${clause}`}
      {reopened && `; reopened by ${reopened.by}${reopened.reason ? `: ${reopened.reason}` : ''}`}
    </>
  );
}
