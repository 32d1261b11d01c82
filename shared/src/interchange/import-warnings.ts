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
  'structure-dropped': [
    'The structure could not be read, so the text was taken as it stands',
    'The structure could not be read, so the text was taken as it stands',
  ],
} as const;

export type ImportWarningCode = keyof typeof SENTENCES;

/** Counts warnings while a source is read. */
export class WarningCount {
  readonly #counts = new Map<ImportWarningCode, number>();

  add(code: ImportWarningCode): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  /** One warning a kind, in the order in which they first came up. */
  list(): ImportWarning[] {
    return [...this.#counts].map(([code, count]) => {
      const [one, several] = SENTENCES[code];
      return { code, count, message: count === 1 ? `${one}.` : `${several} (${count}).` };
    });
  }
}
