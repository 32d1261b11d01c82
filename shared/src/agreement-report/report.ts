import type { Coefficient, F1, Interval, NoFigure } from '@assay/shared/agreement';
import type { LabelId, PersonId, TextRange } from '@assay/shared/model';

/** A coefficient and how far it would move with other paragraphs, or articles; `null` until that has been drawn. */
export interface Estimate {
  readonly coefficient: Coefficient;
  readonly interval: Interval | NoFigure | null;
}

/** An estimate that speaks of a share (0 … 1) of what was marked. */
export interface CoveredEstimate extends Estimate {
  readonly coverage: number;
}

/** How far a label is used alike. */
export interface LabelFigures {
  readonly label: LabelId;
  readonly marks: number;
  /** Marks that share characters with another of the same label by the same reviewer, and count as one with it. */
  readonly united: number;
  /** ᵤα on a continuum of its own, the label against the rest: the same passages got it. */
  readonly alpha: Estimate;
  /** (k)uα: where it was given and others marked too, they gave it as well. `labels-overlap` where reviewers nest labels. */
  readonly coding: CoveredEstimate;
  /** α_U (1995) of the label; `null` of several articles, for it needs every mark with every gap of one text. */
  readonly alphaU: Coefficient | null;
  readonly outcomes: Outcomes;
}

/**
 * What every mark met in every other reviewer who counts. Each mark is counted once for each of them, so that the four add
 * up to marks × (reviewers − 1).
 */
export interface Outcomes {
  /** A mark of the same label on the same compared words. */
  readonly same: number;
  /** A mark of the same label that means the same, with other edges. */
  readonly edges: number;
  /** A mark of another label on these words, by somebody who did not give this one. */
  readonly label: number;
  /** No mark that means the same. */
  readonly missed: number;
}

/**
 * Labels that met on grouped marks. `table[a][b]`: of the marks with label number a, how often another reviewer had
 * label number b there; the last column is no mark that means the same. A row adds up as `Outcomes` do.
 */
export interface LabelConfusion {
  readonly labels: readonly LabelId[];
  readonly table: readonly (readonly number[])[];
}

/** F1 of two reviewers for a label, or for any (`null`). */
export interface PairFigures {
  readonly first: PersonId;
  readonly second: PersonId;
  readonly label: LabelId | null;
  readonly exact: F1 | NoFigure;
  readonly half: F1 | NoFigure;
  readonly characters: F1 | NoFigure;
}

/** How values of an attribute are compared: the same or not, by their difference, or as sets (MASI). */
export type AttributeMetric = 'nominal' | 'interval' | 'masi';

/** How far reviewers say the same of marks that mean the same. An item is a group of marks. */
export interface AttributeFigures {
  readonly label: LabelId;
  readonly attribute: string;
  readonly metric: AttributeMetric;
  /** Groups in which at least one reviewer gave a value, and in which at least two did. */
  readonly items: number;
  readonly compared: number;
  /** Krippendorff's α in the metric, with missing values. */
  readonly alpha: Estimate;
  /** Cohen's κ of two reviewers, Fleiss' κ of more: equal values or not, without the items that lack one. */
  readonly kappa: {
    readonly name: 'cohen' | 'fleiss';
    readonly coefficient: Coefficient;
    readonly excluded: number;
  };
  /** Gwet's AC1 over the choices that the guide offers, or the values seen. */
  readonly ac1: Coefficient;
}

/** A paragraph of the article: where it is, and how far its readers are apart. */
export interface ParagraphHeat extends TextRange {
  /** Characters that anybody marked. */
  readonly marked: number;
  /** Characters to which not everybody gave the same labels. */
  readonly contested: number;
  /** `contested` of all its characters, 0 … 1. */
  readonly share: number;
  /** The headline's coefficient of this paragraph alone. */
  readonly alpha: Coefficient;
}

/** γ of an article, from so many samples of chance. */
export interface GammaFigures {
  readonly coefficient: Coefficient;
  /** Whether all alignments are proven to be the best. */
  readonly exact: boolean;
  readonly samples: number;
  readonly samplesNeeded: number;
}

/** What was counted, and what was not. */
export interface Counts {
  readonly marks: number;
  readonly characters: number;
  /** Marks of people who do not count, and marks without words. */
  readonly leftOut: number;
  /** Marks that share characters with a mark of another label by the same reviewer. */
  readonly nested: number;
}

/** The figures of one article, or of several pooled. */
export interface Figures {
  /** Who counts, as they were named. */
  readonly reviewers: readonly PersonId[];
  readonly counts: Counts;
  /** ᵤα `together`; where a reviewer gave the same words two labels, ᵤα `label by label`. */
  readonly headline: Estimate & { readonly method: 'together' | 'label by label' };
  /** ᵤα: the same passages and the same labels. */
  readonly together: Estimate;
  /**
   * ᵤα of each label against the rest, together: 1 − Σ observed / Σ expected over labels, as α_U (1995) joins its labels.
   * Defined however labels overlap.
   */
  readonly byLabel: Estimate;
  /** |ᵤα: the same passages, whatever their labels. */
  readonly passages: Estimate;
  /** cuα: the same labels where two or more marked. */
  readonly coding: CoveredEstimate;
  readonly labels: readonly LabelFigures[];
  readonly outcomes: Outcomes;
  readonly confusion: LabelConfusion;
  readonly pairs: readonly PairFigures[];
  readonly attributes: readonly AttributeFigures[];
}

export interface ArticleFigures extends Figures {
  /** α_U (1995) of all labels. */
  readonly alphaU: Coefficient;
  /** `null` until it has been drawn. */
  readonly gamma: GammaFigures | null;
  readonly paragraphs: readonly ParagraphHeat[];
}

/** Plain data: it can be sent to and from a worker. */
export interface AgreementReport {
  /** All articles as one continuum; of one article, its own figures. No figure is a mean of figures. */
  readonly pooled: Figures;
  readonly articles: readonly ArticleFigures[];
}
