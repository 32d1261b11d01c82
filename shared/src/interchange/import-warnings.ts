import { shorten } from './import-draft.ts';

/** What an import could not take over as it was, with how often it happened. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  readonly count: number;
  /** A sentence for the person who imports. */
  readonly message: string;
}

const SENTENCES = {
  'script-dropped': ['A script was left out', 'Scripts were left out'],
  'embed-dropped': [
    'An embedded frame, video or object was left out',
    'Embedded frames, videos or objects were left out',
  ],
  'link-dropped': [
    'A link whose address is not http, https or mailto became plain text',
    'Links whose address is not http, https or mailto became plain text',
  ],
  'image-dropped': [
    'An image without an address that can be kept was left out',
    'Images without an address that can be kept were left out',
  ],
  'table-flattened': [
    'A table with more than words in its cells became paragraphs',
    'Tables with more than words in their cells became paragraphs',
  ],
  'nesting-flattened': [
    'Nesting too deep for an article was flattened',
    'Nesting too deep for an article was flattened',
  ],
  'metadata-dropped': [
    'An entry of the metadata above the text was left out',
    'Entries of the metadata above the text were left out',
  ],
  'hidden-dropped': [
    'Words that a browser does not show were left out',
    'Words that a browser does not show were left out',
  ],
  'structure-dropped': [
    'The structure could not be read, so the text was taken as it stands',
    'The structure could not be read, so the text was taken as it stands',
  ],
} as const;

export type ImportWarningCode = keyof typeof SENTENCES;

/** How many things of one kind a warning names, and how long a name may be, in UTF-16 units. */
const MOST_NAMED = 8;
const NAME_LIMIT = 60;

/** Counts warnings while a source is read. */
export class WarningCount {
  readonly #counts = new Map<ImportWarningCode, { count: number; names: string[] }>();

  /** `name`: what it happened to, where that says more than how often. */
  add(code: ImportWarningCode, name?: string): void {
    const seen = this.#counts.get(code) ?? { count: 0, names: [] };
    seen.count++;
    if (name && seen.names.length < MOST_NAMED) seen.names.push(shorten(name, NAME_LIMIT));
    this.#counts.set(code, seen);
  }

  /** One warning a kind, in the order in which they first came up. */
  list(): ImportWarning[] {
    return [...this.#counts].map(([code, { count, names }]) => {
      const [one, several] = SENTENCES[code];
      const words = count === 1 ? one : `${several} (${count})`;
      return { code, count, message: `${[words, names.join(', ')].filter(Boolean).join(': ')}.` };
    });
  }
}
