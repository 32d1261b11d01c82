export * from './article-binding.ts';
export { BlockTable } from './block-table.ts';
export type { Flag } from './flag.ts';
export { type BoundView, isRemote } from './plugin.ts';
export { changedRegions, type Hunk, type Met, type Region } from './remote-changes.ts';
