const SYLLABLES = ['ra', 'ten', 'mi', 'so', 'lu', 'ver', 'ka', 'no', 'del', 'pi'];

/** `count` made-up words in paragraphs of sixty, the same each time. */
export function paragraphsOf(count: number): string[] {
  const paragraphs: string[] = [];
  for (let start = 0; start < count; start += 60) {
    const size = Math.min(60, count - start);
    paragraphs.push(`${Array.from({ length: size }, (_, i) => word(start + i)).join(' ')}.`);
  }
  return paragraphs;
}

function word(n: number): string {
  const digits = String(n * 7 + 13);
  return [...digits].map((digit) => SYLLABLES[Number(digit)]).join('');
}
