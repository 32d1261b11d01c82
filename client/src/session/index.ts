export * from './article-session.ts';
