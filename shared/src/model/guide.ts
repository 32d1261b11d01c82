import type { TextRange } from './annotation.ts';
import type { Attribute } from './guide-attributes.ts';
import type { DecisionTree } from './guide-tree.ts';
import type { ArticleId, GuideId, PersonId } from './ids.ts';
import type { Label, LabelId } from './label.ts';
import type { Moment } from './people.ts';

/** A sentence or two that show where a label applies, or where it seems to and does not. */
export interface LabelExample {
  readonly text: string;
  /** The stretch in question, in several pieces where a mark would have them: ranges of `text`, in its order. */
  readonly marked: readonly TextRange[];
  /** Whether the stretch takes the label. */
  readonly yes: boolean;
  readonly why: string;
}

/** A label with all that reviewers need in order to use it alike. Its place in the guide is its place in every list. */
export interface GuideLabel extends Label {
  /** What takes the label, what does not and where it ends, in plain words. */
  readonly definition: string;
  readonly examples: readonly LabelExample[];
  readonly attributes: readonly Attribute[];
  /** No longer offered. Old marks go on naming it, so it stays in the guide and its id is never given again. */
  readonly retired?: true;
}

/** A decision that later marks go by, with what somebody needs who marks words like it, wherever its article is. */
export interface Precedent {
  readonly article: ArticleId;
  readonly decision: string;
  readonly label: LabelId;
  /** The words that it was about. */
  readonly words: string;
  /** Whether they take the label. */
  readonly yes: boolean;
  readonly rationale?: string;
}

/**
 * One version of a team's label guide; it never changes. `changeGuide` makes the next version, so that a mark can
 * always be read by the words its reviewer had. Versions count from 1.
 */
export interface Guide {
  readonly id: GuideId;
  readonly version: number;
  readonly name: string;
  readonly labels: readonly GuideLabel[];
  readonly tree: DecisionTree;
  readonly precedents: readonly Precedent[];
}

/** What of a list is offered: all that is not retired, in its order. */
export function inUse<Item extends { readonly retired?: true }>(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => !item.retired);
}

/** What the list of a team's guides says of one: its newest version, and the labels in use as they are drawn. */
export interface GuideSummary {
  readonly id: GuideId;
  readonly version: number;
  readonly name: string;
  readonly labels: readonly Label[];
  /** Whether new articles go by it; of one guide at a time. */
  readonly forNewArticles: boolean;
  readonly changed: Moment;
  /** Who made the newest version; absent where the server did. */
  readonly changedBy?: PersonId;
}
