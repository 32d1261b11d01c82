export * from './store.ts';
export * from './use-store.ts';
