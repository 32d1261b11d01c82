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

/** Somebody else's replica of a document. */
export interface Peer {
  readonly doc: Y.Doc;
  /** The last update that it has sent. */
  last(): Uint8Array;
}

/** Makes the replica when it is first asked for, so that an editor alone carries no second document. */
export function peerOf(doc: Y.Doc): () => Peer {
  let peer: Peer | undefined;
  return () => {
    peer ??= joined(doc);
    return peer;
  };
}

function joined(doc: Y.Doc): Peer {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let last = new Uint8Array();
  copy.on('update', (update: Uint8Array) => {
    last = update as Uint8Array<ArrayBuffer>;
  });
  return { doc: copy, last: () => last };
}
