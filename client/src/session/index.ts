export * from './article-session.ts';
export * from './group-words.ts';
export { openArticle, type Platform } from './open-article.ts';
export { sendLeft } from './send-left.ts';
