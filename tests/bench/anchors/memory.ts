import { EMPTY_REVIEW } from '@assay/shared/review';
import * as Y from 'yjs';
import { Keeper } from '../../../server/src/room/keeper.ts';
import { type Measurement, median } from '../figures.ts';

/** How often each thing is done. */
const TIMES = 40;
const CUTS = 50;
const CUT_LENGTH = 4_000;
const PASTE_LENGTH = 20_000;

/** Text of so many units, in a language of these letters. */
function proseOf(syllables: string, length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i++) {
    const a = syllables[(i * 7) % syllables.length]!;
    const b = syllables[(i * 13 + (i >> 3)) % syllables.length]!;
    text += `${a}${b}${a}${i % 5 === 0 ? '. ' : ' '}`;
  }
  return text.slice(0, length);
}

/** Microseconds that one update costs, with so many deletions remembered: every other one of a long passage. */
function followed(cuts: number, words: string): number {
  const doc = new Y.Doc();
  const text = doc.getText('article');
  text.insert(0, proseOf('aeiourstlnmd', 200_000));
  const keeper = new Keeper(text, EMPTY_REVIEW);
  for (let i = 0; i < cuts; i++) text.delete(i * 10, CUT_LENGTH / (i % 2 === 0 ? 1 : 1_000));
  const costs = Array.from({ length: TIMES }, () => {
    const before = performance.now();
    text.insert(text.length >> 1, words);
    return (performance.now() - before) * 1_000;
  });
  keeper.destroy();
  return median(costs);
}

/** What it costs to look for lost words in what is typed and pasted, where nothing comes back. */
export async function lookForLostWords(): Promise<Measurement> {
  const word = 'rebuke';
  const paste = proseOf('rstbcdfghjaeiou', PASTE_LENGTH);
  const cost = (value: number) => ({ value, unit: 'µs' });
  return {
    'a word, nothing deleted before': cost(followed(0, word)),
    'a word, 50 passages deleted before': cost(followed(CUTS, word)),
    '20,000 units, nothing deleted before': cost(followed(0, paste)),
    '20,000 units, 50 passages deleted before': cost(followed(CUTS, paste)),
  };
}
