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

export function isLabelId(value: unknown): value is LabelId {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value);
}

/** How words that are commented on without a label are drawn where marks show theirs. */
export const COMMENT_LOOK = {
  id: 'passage',
  name: 'Comment',
  letter: '¶',
  hue: 'plum',
  line: 'dotted',
} as const satisfies Omit<Label, 'key' | 'question'>;

/** The label with an id; one that is not among them is drawn by its own name, never hidden. */
export function labelIn<Known extends Label>(labels: readonly Known[], id: LabelId): Known | Label {
  return (
    labels.find((label) => label.id === id) ?? {
      id,
      name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
      key: '',
      letter: id.charAt(0).toUpperCase(),
      hue: 'plum',
      line: 'dotted',
      question: '',
    }
  );
}
