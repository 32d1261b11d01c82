export * from './annotation.ts';
export * from './article.ts';
export * from './base64.ts';
export * from './guide.ts';
export * from './hash.ts';
export * from './ids.ts';
export * from './people.ts';
export * from './thread.ts';
