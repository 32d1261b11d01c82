import { COMMENT_LOOK, type Guide, type GuideLabel, inUse } from '@assay/shared/model';
import { PAGE_KEYS } from '../guide/index.ts';

/** What is wrong with the look of a label, beside the field that it is about. `drawing` is a warning alone. */
export interface LookProblems {
  readonly key?: string;
  readonly letter?: string;
  readonly drawing?: string;
}

/** How a label in use clashes with the others, or with the page. */
export function lookProblems(guide: Guide, label: GuideLabel): LookProblems {
  if (label.retired) return {};
  const others = inUse(guide.labels).filter(({ id }) => id !== label.id);
  const sameKey = others.find(({ key }) => key === label.key);
  const sameLetter = others.find(({ letter }) => letter.toUpperCase() === label.letter.toUpperCase());
  const alike = [...others, COMMENT_LOOK].find(({ hue, line }) => hue === label.hue && line === label.line);
  return {
    ...(sameKey && { key: `“${sameKey.name}” has this key. Choose another.` }),
    ...(PAGE_KEYS.includes(label.key) && {
      key: 'The article’s page needs this key for something else. Choose another.',
    }),
    ...(!/^(Shift-)?[a-z]$/.test(label.key) && {
      key: 'Press a letter from A to Z, with Shift if you like.',
    }),
    ...(sameLetter && { letter: `“${sameLetter.name}” has this letter. Choose another.` }),
    ...(!/^[\p{L}\p{N}]{1,2}$/u.test(label.letter) && { letter: 'One or two letters or digits.' }),
    ...(alike && {
      drawing: `“${alike.name}” is drawn in the same hue and line. Another one is told apart better.`,
    }),
  };
}

/** The first label in use whose key or letter cannot stay, or null. */
export function firstClash(guide: Guide): string | null {
  for (const label of inUse(guide.labels)) {
    const { key, letter } = lookProblems(guide, label);
    if (key) return `The key of “${label.name}”: ${key}`;
    if (letter) return `The letter of “${label.name}”: ${letter}`;
  }
  return null;
}
