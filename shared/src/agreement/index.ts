/**
 * How far coders agree who marked the same text, each alone. Compute from marks as they stood when nobody saw the others'
 * (`unitsAsOf`). Every coefficient is a figure or says why it has none.
 */
export * from './alignment.ts';
export * from './alpha.ts';
export * from './alpha-unitizing.ts';
export * from './assignment.ts';
export * from './bootstrap.ts';
export * from './coincidences.ts';
export * from './continuum.ts';
export * from './dissimilarity.ts';
export * from './exact-spans.ts';
export * from './f1.ts';
export * from './frozen.ts';
export * from './gamma.ts';
export * from './many-coders.ts';
export * from './pooled.ts';
export type { Confusion, Distance, Ratings } from './ratings.ts';
export * from './result.ts';
export type { SamplerName } from './sampled-continua.ts';
export type { Tuple } from './tuple-costs.ts';
export * from './two-coders.ts';
export * from './u-alpha.ts';
