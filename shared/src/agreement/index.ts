/**
 * How far coders agree who marked the same text, each alone. Compute from marks as they stood when nobody saw the others'
 * (`unitsAsOf`). Every coefficient is a figure or says why it has none.
 */
export * from './alpha.ts';
export * from './alpha-unitizing.ts';
export * from './coincidences.ts';
export * from './continuum.ts';
export * from './exact-spans.ts';
export * from './many-coders.ts';
export type { Confusion, Distance, Ratings } from './ratings.ts';
export * from './result.ts';
export * from './two-coders.ts';
export * from './u-alpha.ts';
