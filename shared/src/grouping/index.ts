export type { GroupableMark } from './candidates.ts';
export { LEAST_SIMILARITY_OF_CLASH } from './clash.ts';
export { LEAST_SIMILARITY } from './cluster.ts';
export { comparedWords } from './compared-words.ts';
export type { GroupConstraint } from './constraints.ts';
export type { Stretch } from './coverage.ts';
export * from './grouping.ts';
export type { Clash, Edge, GroupMember, GroupState, MarkGroup } from './groups.ts';
export { isSame, overlaps, type Spans, similarity, spansOf } from './spans.ts';
