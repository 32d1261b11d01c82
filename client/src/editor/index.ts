export * from './article-editor.ts';
export * from './create-article-editor.ts';
export * from './extent.ts';
export type { End, Unit } from './text-stops.ts';
