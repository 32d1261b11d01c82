import type * as Y from 'yjs';

/** A place for a keystroke: units of one paragraph as it is now. */
export interface Key {
  readonly paragraph: number;
  readonly offset: number;
}

/** Where the n-th keystroke falls: spread over the document and along the paragraphs, the same for every subject. */
export function keyAt(n: number, paragraphs: number): Key {
  return { paragraph: (n * 7919) % paragraphs, offset: 5 + ((n * 37) % 300) };
}

/** Types a letter and deletes it again, all over the text, until so many operations are made. */
export function age(
  operations: number,
  paragraphs: number,
  textAt: (key: Key) => { readonly text: Y.Text; readonly index: number },
): void {
  for (let n = 0; n < operations / 2; n++) {
    const { text, index } = textAt(keyAt(n, paragraphs));
    text.insert(index, 'y');
    text.delete(index, 1);
  }
}

/** Where each paragraph's words begin in a row, with `gap` units in front of each, while letters are typed into them. */
export class Starts {
  readonly #starts: number[];

  constructor(paragraphs: readonly string[], gap: { readonly before: number; readonly after: number }) {
    let at = 0;
    this.#starts = paragraphs.map((text) => {
      const start = at + gap.before;
      at = start + text.length + gap.after;
      return start;
    });
  }

  of({ paragraph, offset }: Key): number {
    return this.#starts[paragraph]! + offset;
  }

  /** A letter went into this paragraph. */
  typed({ paragraph }: Key): void {
    for (let i = paragraph + 1; i < this.#starts.length; i++) this.#starts[i]!++;
  }
}
