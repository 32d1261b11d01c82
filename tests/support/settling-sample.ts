import { readFileSync } from 'node:fs';
import { comeAs, type Program, programOf } from './program.ts';
import type { RealServer } from './real-server.ts';

const SAMPLE = new URL('../../client/src/library/sample-article.md', import.meta.url);

const REVIEWERS = ['Jonas Feldkamp', 'Amira Saleh', 'Inês Duarte', 'Teo Marsh'] as const;

type Attributes = Readonly<Record<string, string>>;

/** What each of the four marked, in their order; null for nothing. */
interface Item {
  readonly label: 'claim' | 'quote' | 'speculation';
  readonly marks: readonly (string | null)[];
  readonly attributes?: readonly (Attributes | undefined)[];
}

const all = (words: string) => [words, words, words, words];

/** Unanimous, with four readings, of two against two, of one alone, and with rival labels. */
export const ITEMS = {
  four: {
    label: 'claim',
    marks: [
      'the fire service had counted 214 flooded houses',
      'the fire service had counted 214 flooded houses',
      'had counted 214 flooded houses',
      '214 flooded houses',
    ],
    attributes: [
      { checkWorthiness: 'high' },
      { checkWorthiness: 'high', claimType: 'quantity' },
      { checkWorthiness: 'high' },
    ],
  },
  forecast: { label: 'claim', marks: all('was forecast two days ahead') },
  cost: { label: 'claim', marks: all('cost 61 million and was four years old') },
  leaves: { label: 'claim', marks: all('The gate has two leaves of 92 tonnes each') },
  order: { label: 'quote', marks: all('“We gave the order to close at 22:40,”') },
  power: {
    label: 'claim',
    marks: ['The power supply was never interrupted', 'The power supply was never interrupted', null, null],
  },
  minutes: { label: 'claim', marks: ['No minutes of the meeting were kept', null, null, null] },
  watchman: {
    label: 'claim',
    marks: [
      'a watchman would have made no difference',
      null,
      'a watchman would have made no difference',
      null,
    ],
  },
  guess: {
    label: 'speculation',
    marks: [
      null,
      'a watchman would have made no difference',
      null,
      'a watchman would have made no difference',
    ],
  },
  denial: {
    label: 'claim',
    marks: [
      'The harbour office denies that it was told even once',
      'The harbour office denies that it was told even once',
      'it was told even once',
      null,
    ],
  },
} as const satisfies Readonly<Record<string, Item>>;

export type ItemName = keyof typeof ITEMS;

/** An article that four people have marked and are to settle. */
export interface SettlingArticle {
  readonly id: string;
  readonly reviewers: readonly Program[];
  /** The operator, who may do everything. */
  readonly operator: Program;
  /** Has one of them ask something of the article's ledger. */
  command(by: Program, wish: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Imports the sample article, lets four people mark it, and begins to talk about it. */
export async function settlingSample(server: RealServer): Promise<SettlingArticle> {
  const operator = programOf(server);
  const { id } = await operator.post<{ id: string }>('/api/articles', {
    title: 'Merrowby’s sea gate stayed open on the night of the flood. Nobody agrees why',
    content: readFileSync(SAMPLE, 'utf8'),
    format: 'markdown',
  });
  const { text, sha256 } = await operator.get<{ text: string; sha256: string }>(`/api/articles/${id}/text`);
  const reviewers = await Promise.all(REVIEWERS.map((name) => comeAs(server, name, 'reviewer')));
  let sent = 0;
  const command: SettlingArticle['command'] = (by, wish) =>
    by.post(`/api/articles/${id}/commands`, { id: `command-settle-${sent++}`, ...wish });
  for (const [name, { label, marks, attributes }] of Object.entries<Item>(ITEMS))
    for (const [i, words] of marks.entries()) {
      if (words === null) continue;
      const start = text.indexOf(words);
      if (start < 0) throw new RangeError(`The sample article does not say “${words}”.`);
      const ranges = [{ start, end: start + words.length }];
      const annotation = { id: `mark-${name}-${i}`, label, ranges, attributes: attributes?.[i] ?? {} };
      await command(reviewers[i]!, { type: 'annotation.create', annotation, text: { sha256 } });
    }
  await command(operator, { type: 'review.move', to: 'discussing' });
  return { id, reviewers, operator, command };
}
