import type { Guide, Precedent } from './guide.ts';

/** Words shorter than these, in letters, are in every sentence and say nothing of its matter. */
const SHORTEST = 4;
/** Words that two passages share at the least to be called alike. */
const LEAST_SHARED = 2;
/** The share of the shorter passage's words that both have. */
const LEAST_LIKENESS = 0.5;

/** The precedents of a guide about words like these, the most alike first. Labels that are retired have none. */
export function similarPrecedents(
  { labels, precedents }: Pick<Guide, 'labels' | 'precedents'>,
  words: string,
  most = 2,
): readonly Precedent[] {
  const asked = tokensOf(words);
  const offered = new Set(labels.filter(({ retired }) => !retired).map(({ id }) => id));
  return precedents
    .filter(({ label }) => offered.has(label))
    .map((precedent) => ({ precedent, likeness: likeness(asked, tokensOf(precedent.words)) }))
    .filter((one) => one.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ precedent }) => precedent);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((token) => b.has(token)).length;
  return shared < LEAST_SHARED ? 0 : shared / Math.min(a.size, b.size);
}

function tokensOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST || /\p{N}/u.test(word)));
}
