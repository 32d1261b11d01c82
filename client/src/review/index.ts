export * from './locate-here.ts';
export * from './marking-history.ts';
export * from './outbox.ts';
export * from './overlay.ts';
export * from './refusal-words.ts';
export * from './review-store.ts';
export * from './tab-locks.ts';
