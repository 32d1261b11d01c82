export * from './article-editor.ts';
export * from './create-article-editor.ts';
