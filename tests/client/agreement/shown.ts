import {
  type AnnotationId,
  type Attributes,
  DEFAULT_GUIDE,
  type FrozenMark,
  type FrozenMarks,
  PERSON_COLOURS,
  type Person,
  type PersonId,
  sha256Hex,
  type TextRange,
} from '@assay/shared/model';
import type { Shown } from './page/main.tsx';

const NAMES = ['Maren Holt', 'Jonas Feldkamp', 'Amira Saleh', 'Inês Duarte', 'Tomasz Kowalczyk', 'Li Na'];
const SENTENCES = [
  'The sea gate was forecast to close two days ahead.',
  'Nobody at the harbour office answered the telephone that night.',
  '“We were told it would hold,” said the keeper of the gate.',
  'It cost 61 million and was four years old.',
  'Perhaps the switch had been left open on purpose.',
  'The fire service had counted 214 flooded houses by noon.',
];
const LABELS = ['claim', 'quote', 'speculation'];

/** Numbers that look like chance and are always the same. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** An article of so many paragraphs, marked by people who agree by and large, and once more after a discussion. */
export function shownArticle({ paragraphs = 24, reviewers = 4 } = {}): Shown {
  const roll = dice(7);
  const lines = Array.from({ length: paragraphs }, () =>
    Array.from({ length: 2 + roll(4) }, () => SENTENCES[roll(SENTENCES.length)]!).join(' '),
  );
  const text = lines.join('\n');
  let start = 0;
  const ranges = lines.map((line) => {
    const range = { start, end: start + line.length };
    start = range.end + 1;
    return range;
  });
  const people = NAMES.slice(0, reviewers).map(
    (name, i): Person => ({ id: `person-${i}` as PersonId, name, colour: PERSON_COLOURS[i]! }),
  );
  const frozen = (unlike: number): FrozenMarks => ({
    text: { sha256: sha256Hex(text), length: text.length, paragraphs: ranges },
    reviewers: people.map(({ id }) => id),
    marks: people.flatMap(({ id }, i) => marksOf(id, ranges, dice(100 + i), unlike)),
  });
  return { before: frozen(3), after: frozen(10), people, labels: DEFAULT_GUIDE.labels, text };
}

/** One reviewer's marks: the same passages, one of `unlike` of them left out, and others moved or named otherwise. */
function marksOf(
  creator: PersonId,
  paragraphs: readonly TextRange[],
  roll: (below: number) => number,
  unlike: number,
): FrozenMark[] {
  return paragraphs.flatMap(({ start, end }, i) =>
    [start, Math.floor((start + end) / 2)].flatMap((from, half): FrozenMark[] => {
      const id = `${creator}-${i}-${half}` as AnnotationId;
      if (roll(unlike) === 0) return [];
      const label = LABELS[roll(unlike) === 0 ? roll(3) : (i + half) % 3]!;
      const to = from + 45 - (roll(unlike) === 0 ? roll(20) : 0);
      const confidence: Attributes = roll(2) === 0 ? { confidence: ['sure', 'unsure'][roll(2)]! } : {};
      return [
        { id, creator, label, ranges: [{ start: from, end: Math.min(end, to) }], attributes: confidence },
      ];
    }),
  );
}
