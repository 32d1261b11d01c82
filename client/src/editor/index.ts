export * from './article-editor.ts';
