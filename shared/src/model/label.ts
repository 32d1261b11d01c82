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
