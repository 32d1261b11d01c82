export * from './article-binding.ts';
export { BlockTable } from './block-table.ts';
export type { Flag } from './flag.ts';
export { type BoundView, isRemote } from './plugin.ts';
export type { Hunk, Region } from './region.ts';
export { changedRegions, type Met } from './remote-changes.ts';
