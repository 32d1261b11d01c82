export { ArticlePage } from './ArticlePage.tsx';
export type { LinkedEntry } from './linked-entry.ts';
