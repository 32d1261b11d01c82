export { type Entry, threadIdOf } from './entry.ts';
export { createMargin, type Margin } from './margin.ts';
