import type { EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import type { ArticleBinding } from '../binding/index.ts';
import { type PlacedCaret, withCarets } from './caret-plugin.ts';
import { decodePosition, encodePosition, type HeldCaret, readCaret } from './caret-state.ts';

/** At most one message in this many milliseconds says where the own caret is. */
const PUBLISH_EVERY = 80;

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Shows the carets of others, and tells them of one's own. */
export class CaretKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private published: HeldCaret | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly binding: ArticleBinding,
    private readonly awareness: Awareness,
  ) {
    awareness.on('change', this.onChange);
    this.showAll();
  }

  /** Shows everybody anew: after changes of blocks, through which carets cannot be mapped. */
  showAll(): void {
    const clients = [...this.awareness.getStates().keys()];
    if (clients.length > 1) this.show(clients);
  }

  /** To be called when the own selection may have moved. */
  moved(): void {
    if (this.view.hasFocus()) this.timer ??= setTimeout(() => this.publish(), PUBLISH_EVERY);
  }

  destroy(): void {
    if (this.timer) clearTimeout(this.timer);
    this.awareness.off('change', this.onChange);
    if (this.awareness.getLocalState()) this.awareness.setLocalStateField('cursor', null);
  }

  private readonly onChange = ({ added, updated, removed }: AwarenessChange): void => {
    this.show([...added, ...updated, ...removed]);
  };

  private show(clients: readonly number[]): void {
    const others = clients.filter((client) => client !== this.awareness.clientID);
    if (others.length === 0 || this.view.isDestroyed) return;
    const placed = others.flatMap((client) => this.place(client) ?? []);
    this.view.dispatch(withCarets(this.view.state.tr, { clients: new Set(others), placed }));
  }

  private place(client: number): PlacedCaret | null {
    const caret = readCaret(client, this.awareness.getStates().get(client));
    const anchor = caret && this.position(caret.anchor);
    const head = caret && this.position(caret.head);
    return caret && anchor !== null && head !== null ? { caret, anchor, head } : null;
  }

  private position(text: string): number | null {
    const relative = decodePosition(text);
    return relative && this.binding.toPosition(relative);
  }

  private publish(): void {
    this.timer = null;
    const { anchor, head } = this.view.state.selection;
    const held = { anchor: this.hold(anchor), head: this.hold(head) };
    if (held.anchor === this.published?.anchor && held.head === this.published.head) return;
    this.published = held;
    this.awareness.setLocalStateField('cursor', held);
  }

  private hold(position: number): string {
    return encodePosition(this.binding.toRelative(position, 0));
  }
}
