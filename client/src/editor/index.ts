export * from './article-editor.ts';
export { type BlockBox, blockBoxAt, blockBoxes } from './block-boxes.ts';
export * from './create-article-editor.ts';
export * from './extent.ts';
export type { FindQuery } from './find-words.ts';
export type { Finder, Found } from './finder.ts';
export * from './outline.ts';
export type { End, Unit } from './text-stops.ts';
