import { decode, schema, seed } from '@assay/shared/article';
import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin } from 'prosemirror-state';
import * as Y from 'yjs';
import { ArticleBinding } from '../../client/src/binding/index.ts';
import { HeadlessView } from './headless-view.ts';

export interface TextClientOptions {
  readonly clientId?: number;
  readonly mayWrite?: () => boolean;
  readonly captureTimeout?: number;
  readonly plugins?: readonly Plugin[];
}

/** One person with the article open: their document, its binding, and a view without a screen. */
export class TextClient {
  readonly doc = new Y.Doc();
  readonly text: Y.Text;
  readonly binding: ArticleBinding;
  readonly view: HeadlessView;
  /** Updates that this client has made, not those it was given. */
  readonly made: Uint8Array[] = [];

  constructor(history: readonly Uint8Array[], options: TextClientOptions = {}) {
    if (options.clientId !== undefined) this.doc.clientID = options.clientId;
    this.text = this.doc.getText(ARTICLE_ROOT);
    for (const update of history) Y.applyUpdate(this.doc, update, 'network');
    this.binding = new ArticleBinding(this.text, {
      mayWrite: options.mayWrite ?? (() => true),
      ...(options.captureTimeout === undefined ? {} : { captureTimeout: options.captureTimeout }),
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') this.made.push(update);
    });
    const plugins = [this.binding.plugin, ...(options.plugins ?? [])];
    this.view = new HeadlessView(EditorState.create({ doc: this.binding.doc, plugins }));
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'network');
  }

  destroy(): void {
    this.view.destroy();
    this.binding.destroy();
    this.doc.destroy();
  }
}

/** The update that seeds an article, as the server does it. */
export function seeded(doc: Node, clientId = 1): Uint8Array {
  const ydoc = new Y.Doc();
  ydoc.clientID = clientId;
  seed(ydoc.getText(ARTICLE_ROOT), doc);
  return Y.encodeStateAsUpdate(ydoc);
}

/** Gives every client what the others have made until nobody has anything new. */
export function exchange(...clients: TextClient[]): void {
  while (clients.some((client) => client.made.length)) {
    for (const client of clients) {
      for (const update of client.made.splice(0)) {
        for (const other of clients) if (other !== client) other.receive(update);
      }
    }
  }
}

/** Builds documents in one line: `article(p('Words'), h2('Title'))`. */
export const article = (...blocks: Node[]): Node => schema.topNodeType.create(null, blocks);
export const block = (
  type: string,
  attrs: Record<string, unknown> = {},
  ...content: (string | Node)[]
): Node =>
  schema.nodes[type]!.create(
    attrs,
    content.map((part) => (typeof part === 'string' ? schema.text(part) : part)),
  );
export const p = (...content: (string | Node)[]): Node => block('paragraph', {}, ...content);
export const h = (level: number, ...content: (string | Node)[]): Node =>
  block('heading', { level }, ...content);
export const li = (...content: (string | Node)[]): Node => block('list_item', {}, ...content);
export const quote = (...content: (string | Node)[]): Node => block('paragraph', { quote: 1 }, ...content);
export const hr = (): Node => block('horizontal_rule');
export const marked = (text: string, ...marks: string[]): Node =>
  schema.text(
    text,
    marks.map((name) => schema.marks[name]!.create()),
  );

/** Throws when a client's three copies of the truth are not one: view, binding and Y.Text. */
export function assertAgrees(client: TextClient, corrections = 0): void {
  const { doc } = client.view.state;
  doc.check();
  if (client.view.corrections !== corrections) throw new Error('An edit was not written as it was made.');
  if (client.binding.doc !== doc) throw new Error('The binding believes in another document than the view.');
  const decoded = decode(client.text);
  if (!doc.eq(decoded)) throw new Error(`The view shows\n${doc}\nbut the text says\n${decoded}`);
}

/** A document on one line: `p(one <strong>two) h2(…)`. For messages and for comparing with a sentence. */
export function projection(doc: Node): string {
  const blocks: string[] = [];
  doc.forEach((node) => {
    let inline = '';
    node.forEach((child) => {
      const marks = child.marks.map((mark) => mark.type.name).join('+');
      const words = child.isText ? child.text! : child.type.name === 'hard_break' ? '⏎' : '□';
      inline += marks ? `<${marks}:${words}>` : words;
    });
    const { level, kind, quote: quoted, indent } = node.attrs;
    const name = `${SHORT[node.type.name] ?? node.type.name}${level ?? ''}${kind === 'ordered' ? '#' : ''}`;
    blocks.push(`${'>'.repeat(quoted)}${'-'.repeat(indent)}${name}(${inline})`);
  });
  return blocks.join(' ');
}

const SHORT: Record<string, string> = {
  paragraph: 'p',
  heading: 'h',
  list_item: 'li',
  horizontal_rule: 'hr',
  code_block: 'code',
};
