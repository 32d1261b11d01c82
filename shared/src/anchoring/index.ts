export * from './describe.ts';
export * from './held.ts';
export { type UnitRun, walkRuns } from './items.ts';
export { unitsWithin } from './offsets.ts';
export * from './passage.ts';
export * from './place.ts';
export * from './quote.ts';
export * from './resolve.ts';
