/** Words shortened to about `length` UTF-16 units, at a word's end where there is one near. */
export function clip(words: string, length: number): string {
  if (words.length <= length) return words;
  const cut = words.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space >= length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** `1 reply`, `2 replies`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

export interface TextPiece {
  readonly text: string;
  /** The web address that the piece is. */
  readonly href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"“”]+/g;

/** Plain text cut at its web addresses; punctuation behind an address is not part of it. */
export function withLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = match[0].replace(/[.,;:!?)\]}'’]+$/, '');
    if (!URL.canParse(href)) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    pieces.push({ text: href, href });
    at = match.index + href.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
