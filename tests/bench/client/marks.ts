/** Where a mark stands: UTF-16 units of one paragraph. */
export interface MarkPlace {
  readonly id: string;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** The units that each of three nested marks covers. */
const LENGTHS = [60, 40, 15];

/** `count` marks spread over the paragraphs, three on the same words, one inside the other. */
export function placesOf(paragraphs: readonly string[], count: number): MarkPlace[] {
  const perParagraph = Math.ceil(count / LENGTHS.length / paragraphs.length);
  return Array.from({ length: count }, (_, n) => {
    const [level, spot] = [n % LENGTHS.length, Math.floor(n / LENGTHS.length)];
    const paragraph = spot % paragraphs.length;
    const room = Math.floor(paragraphs[paragraph]!.length / perParagraph);
    const start = Math.floor(spot / paragraphs.length) * room + 2 + level * 3;
    return { id: `m${n}`, paragraph, from: start, to: start + Math.min(LENGTHS[level]!, room - 10) };
  });
}
