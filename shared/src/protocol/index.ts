export * from './hello.ts';
export * from './messages.ts';
