/** The longest name of a person, a program or a team, in UTF-16 units. */
export const NAME_LIMIT = 80;

/** Characters that have no place in a name: controls, unpaired surrogates, and those that reorder or hide text. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A name as it is kept and shown: composed (NFC), one space between words, without characters that could hide,
 * reorder or imitate. Null when nothing is left or it is too long.
 */
export function cleanName(raw: string): string | null {
  if (raw.length > NAME_LIMIT * 4) return null;
  const name = raw.normalize('NFC').replace(/\s+/g, ' ').replace(FORBIDDEN, '').trim();
  const visible = /[\p{L}\p{N}\p{P}\p{S}]/u.test(name);
  return visible && name.length <= NAME_LIMIT ? name : null;
}
