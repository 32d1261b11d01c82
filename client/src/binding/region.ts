import type { Block } from '@assay/shared/article';

/** Tokens `old` to `oldEnd` of a region gave way to `next` to `nextEnd`; counted from the region's start. */
export interface Hunk {
  readonly old: number;
  readonly oldEnd: number;
  readonly next: number;
  readonly nextEnd: number;
}

/** A row of neighbouring blocks in which a transaction changed something. */
export interface Region {
  /** The first of the blocks known before, and how many of them the region has. */
  readonly first: number;
  readonly count: number;
  /** What is there now, read from the Y.Text. */
  readonly blocks: readonly Block[];
  /** What happened to its tokens, in order. */
  readonly hunks: readonly Hunk[];
}
