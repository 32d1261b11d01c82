import { type Guide, labelIn, similarPrecedents } from '@assay/shared/model';
import { clip } from '../margin/index.ts';
import { LabelTag } from '../ui/index.ts';

interface PrecedentsProps {
  readonly guide: Guide;
  /** The words about to be marked. */
  readonly words: string;
}

/** What was decided before about words like those about to be marked; nothing when nothing was. */
export function Precedents({ guide, words }: PrecedentsProps) {
  const similar = similarPrecedents(guide, words);
  if (similar.length === 0) return null;
  return (
    <ul className="selection-precedents" aria-label="Earlier decisions on words like these">
      {similar.map(({ article, decision, label, words: earlier, yes, rationale }) => (
        <li key={`${article} ${decision}`}>
          <LabelTag label={labelIn(guide.labels, label)} /> {yes ? 'was decided for' : 'was decided against'}{' '}
          <q dir="auto">{clip(earlier, 80)}</q>
          {rationale && `: ${clip(rationale, 120)}`}
        </li>
      ))}
    </ul>
  );
}
