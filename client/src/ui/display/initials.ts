/** One or two letters that stand for a name: of the first and the last word, by characters people see. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const [first] = words;
  if (!first) return '?';
  const last = words.length > 1 ? words.at(-1)! : '';
  return `${firstCharacter(first)}${firstCharacter(last)}`.toLocaleUpperCase();
}

function firstCharacter(word: string): string {
  const [character] = new Intl.Segmenter().segment(word);
  return character?.segment ?? '';
}
