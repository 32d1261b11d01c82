import type { Parts } from './bootstrap.ts';
import { type Coincidences, coincidences, layout, total } from './coincidences.ts';
import { type Continuum, labelsOf } from './continuum.ts';

/** The coincidences of several articles, of which each is one part. */
export interface Pooled {
  readonly labels: readonly string[];
  readonly articles: Parts;
  readonly sum: Float64Array;
}

/**
 * The coincidences of several articles as of one long continuum: `uAlpha(sum, labels.length)` is the pooled coefficient, the
 * same of one of `articles` that article's, and both are to be shown: a mean of the articles' coefficients is another, less
 * stable number. `labels` are all that occur, or `'any'` for |ᵤα. Articles can have different coders; those with fewer than two
 * are left out. `undefined` where a coder's units of two of the labels overlap.
 *
 * @throws RangeError on a broken continuum, or articles marked after different versions of the guidelines.
 */
export function pooled(
  continua: readonly Continuum[],
  labels?: readonly string[] | 'any',
): Pooled | undefined {
  if (new Set(continua.map((one) => one.guide)).size > 1)
    throw new RangeError('articles marked after different guidelines cannot be pooled');
  const all = labels ?? [...new Set(continua.flatMap(labelsOf))].sort();
  const usable = continua.filter((one) => one.coders.length > 1);
  const found = usable.map((one) => coincidences(one, all));
  if (!found.every((one): one is Coincidences => one !== undefined)) return undefined;
  const names = all === 'any' ? ['any'] : all;
  const articles = found.map((one) => total(one.blocks));
  const nothing = new Float64Array(layout(names.length).size);
  return { labels: names, articles, sum: total([nothing, ...articles]) };
}
