export type { GuideStore, GuideVersion } from './guide-store.ts';
export { type GuideMade, type GuideNotChanged, type GuideReference, Guides } from './guides.ts';
export { GUIDE_TABLES } from './schema.ts';
export { SqliteGuideStore } from './sqlite-guide-store.ts';
