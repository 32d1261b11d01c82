import { isMap, isScalar, parseDocument } from 'yaml';

/** What stands in front of a Markdown text about it. */
export interface FrontMatter {
  /** Empty when it names none. */
  readonly title: string;
  /** The names of its other entries. */
  readonly others: readonly string[];
  /** In UTF-16 units, with the lines that enclose it. */
  readonly length: number;
}

const ENCLOSED = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** A line of an entry, of what an entry holds, or a comment. */
const ENTRY_LINE = /^(?:["']?[\p{L}\p{N}_][^:\n]*:(?:\s.*)?|[\s#\-\]}].*|)$/u;

/**
 * The YAML between two lines of dashes at the beginning of a text, or null when there is none: what stands between
 * two rules is as likely to be words, and then Markdown has the say.
 */
export function frontMatterOf(text: string): FrontMatter | null {
  const [whole, yaml] = ENCLOSED.exec(text) ?? [];
  if (whole === undefined || yaml === undefined) return null;
  if (!yaml.split('\n').every((line) => ENTRY_LINE.test(line))) return null;
  const entries = entriesOf(yaml);
  if (entries.length === 0) return null;
  const title = entries.find(([name, value]) => name.toLowerCase() === 'title' && value !== '');
  const others = entries.filter((entry) => entry !== title).map(([name]) => name);
  return { title: title?.[1] ?? '', others, length: whole.length };
}

/** The names at the top with the words that are values there; a value of another kind is empty. */
function entriesOf(yaml: string): (readonly [string, string])[] {
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent' });
  if (errors.length > 0) return plainEntriesOf(yaml);
  if (!isMap(contents)) return [];
  return contents.items.map(({ key, value }) => [wordsOf(key), wordsOf(value)]);
}

function wordsOf(node: unknown): string {
  return isScalar(node) && node.value !== null ? String(node.source ?? node.value).trim() : '';
}

/** What people write that is not YAML, such as a title with a colon: a name and the rest of its line. */
function plainEntriesOf(yaml: string): (readonly [string, string])[] {
  return [...yaml.matchAll(/^["']?([\p{L}\p{N}_][^:\n]*?)["']?[ \t]*:(?:[ \t]+(.*))?$/gmu)].map(
    ([, name = '', value = '']) => [name, value.trim().replace(/^(["'])(.*)\1$/, '$2')],
  );
}
