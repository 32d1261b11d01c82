/** The id of a label, such as `claim`. A team's own labels have ids of their own, so this is an open set. */
export type LabelId = string;

/** One label of a guide. `key` marks with it in review mode; `letter` stands on the mark, `hue` and `line` draw it. */
export interface Label {
  readonly id: LabelId;
  readonly name: string;
  readonly key: string;
  readonly letter: string;
  /** A name out of the design's set of hues, resolved by the style sheet, never a colour value. */
  readonly hue: string;
  readonly line: 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy';
  /** What a reviewer asks before marking, in one sentence. */
  readonly question: string;
}

/** The labels that every article starts with. */
export const DEFAULT_LABELS: readonly Label[] = [
  {
    id: 'claim',
    name: 'Claim',
    key: 'c',
    letter: 'C',
    hue: 'blue',
    line: 'solid',
    question: 'Could somebody with access to evidence find out whether this is true?',
  },
  {
    id: 'quote',
    name: 'Quote',
    key: 'q',
    letter: 'Q',
    hue: 'green',
    line: 'double',
    question: 'Are these somebody else’s words or content, with a source the text names or implies?',
  },
  {
    id: 'speculation',
    name: 'Speculation',
    key: 's',
    letter: 'S',
    hue: 'amber',
    line: 'dashed',
    question: 'Does this go beyond what its holder is shown to know?',
  },
];

export function isLabelId(value: unknown): value is LabelId {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value);
}
