import type { EditorState, Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import type { Key } from './typing.ts';

/** What an article of a bench is made of. */
export interface Size {
  readonly words: number;
  readonly marks: number;
  /** How many letters were typed and deleted again before; each is two operations that the text remembers. */
  readonly operations?: number;
}

/** Where an editor is put: an element of a page, or nowhere. */
export type Mount = HTMLElement | null;

/** An editor that shows a document, and somebody else's replica of it. */
export interface Editor {
  readonly view: { readonly state: EditorState; dispatch(transaction: Transaction): void };
  /** Somebody else types a letter; the update that they send. Null without a network. */
  readonly remoteEdit: ((key: Key) => Uint8Array) | null;
  receive(update: Uint8Array): void;
  /** Where every mark stands, found from what is stored of it; returns how many were found. */
  readonly resolveAll: (() => number) | null;
  /** How many marks the editor shows. */
  drawn(): number;
  destroy(): void;
}

export interface EditorSubject {
  readonly name: string;
  /** Makes the shared document and its marks; the function that it returns opens them in an editor. */
  prepare(size: Size): (mount: Mount) => Editor;
}

/** The last update that a document has sent. */
export function updatesOf(doc: Y.Doc): () => Uint8Array {
  let last = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    last = update as Uint8Array<ArrayBuffer>;
  });
  return () => last;
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
