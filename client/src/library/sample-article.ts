import content from './sample-article.md?raw';
import type { Source } from './source.ts';

/** An invented article in which every kind of mark can be found. Its headline is the title, so the text begins below it. */
export const SAMPLE_ARTICLE: Source & { readonly title: string } = {
  title: 'Merrowby’s sea gate stayed open on the night of the flood. Nobody agrees why',
  content,
  format: 'markdown',
  fileName: 'sample-article.md',
};
