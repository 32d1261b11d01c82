import '../../../../client/src/ui/tokens.css';
import '../../../../client/src/ui/theme/labels.css';
import { describe } from '@assay/shared/anchoring';
import { decode, linearText, schema, seed } from '@assay/shared/article';
import { DEFAULT_LABELS, labelIn, type TextRange } from '@assay/shared/model';
import { TextSelection } from 'prosemirror-state';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  type ArticleEditor,
  createArticleEditor,
  type DrawnMark,
} from '../../../../client/src/editor/index.ts';
import { posOf } from '../../../../client/src/editor/positions.ts';
import { createStore } from '../../../../client/src/store/index.ts';
import { HeldBack } from '../../../../client/src/sync/held-back.ts';

/** What a test asks to be drawn; offsets in the linear text as it is then. */
export interface AskedMark {
  readonly id: string;
  readonly label: string;
  readonly ranges: readonly TextRange[];
  readonly pending?: boolean;
}

/** An article under test with one editor, and another copy of it that plays everybody else. */
class Desk {
  readonly doc = new Y.Doc();
  readonly other = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly otherAwareness = new Awareness(this.other);
  readonly marks = createStore<readonly DrawnMark[]>([]);
  readonly editable = createStore(true);
  readonly mode = createStore<'edit' | 'review'>('edit');
  readonly told: string[] = [];
  /** Stands where the connection of an open article stands. */
  readonly heldBack = new HeldBack();
  usesKeys = true;
  editor!: ArticleEditor;

  constructor() {
    const pass = (from: Y.Doc, to: Y.Doc, take: (work: () => void) => void) =>
      from.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'passed') take(() => Y.applyUpdate(to, update, 'passed'));
      });
    pass(this.doc, this.other, (work) => work());
    pass(this.other, this.doc, (work) => this.heldBack.take(work));
    this.otherAwareness.on('update', ({ added, updated, removed }: Record<string, number[]>) => {
      const update = encodeAwarenessUpdate(this.otherAwareness, [...added!, ...updated!, ...removed!]);
      this.heldBack.take(() => applyAwarenessUpdate(this.awareness, update, 'passed'));
    });
  }

  open(blocks: readonly (readonly [string, Record<string, unknown>, string])[]): void {
    const doc = schema.topNodeType.create(
      null,
      blocks.map(([type, attrs, text]) => schema.nodes[type]!.create(attrs, text ? schema.text(text) : null)),
    );
    seed(this.text, doc);
    this.mount();
  }

  mount(): void {
    const element = document.getElementById('article')!;
    this.editor = createArticleEditor(element, {
      doc: this.doc,
      awareness: this.awareness,
      marks: this.marks,
      editable: this.editable,
      mode: this.mode,
      onActivate: (ids, at) => this.told.push(`activate ${ids.join(' ')} ${at.width > 0 || at.height > 0}`),
      onHover: (ids) => this.told.push(`hover ${ids.join(' ')}`),
      onReviewKey: (event) => {
        if (event.key.length > 1 || event.ctrlKey) return false;
        this.told.push(`key ${event.key}`);
        return this.usesKeys;
      },
    });
    this.heldBack.while(this.editor.composing);
  }

  get text(): Y.Text {
    return this.doc.getText('article');
  }

  get otherText(): Y.Text {
    return this.other.getText('article');
  }

  linear(): string {
    return linearText(this.editor.view.state.doc);
  }

  draw(marks: readonly AskedMark[]): void {
    const drawn = marks.map(({ id, label, ranges, pending }): DrawnMark => {
      const { letter, hue, line } = labelIn(DEFAULT_LABELS, label);
      const target = describe(this.text, ranges);
      return {
        id,
        label,
        letter,
        hue,
        line,
        ranges: target.ranges,
        description: `${label} by Ann`,
        pending: pending ?? false,
      };
    });
    this.marks.set([...this.marks.get(), ...drawn]);
  }

  /** The words that each mark covers in the DOM, pieces as they are drawn. */
  covered(): Record<string, string> {
    const words: Record<string, string> = {};
    const walker = document.createTreeWalker(this.editor.view.dom, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let element = node.parentElement?.closest<HTMLElement>('mark[data-mark]') ?? null;
      for (; element; element = element.parentElement?.closest<HTMLElement>('mark[data-mark]') ?? null)
        words[element.dataset.mark!] = (words[element.dataset.mark!] ?? '') + node.nodeValue;
    }
    return words;
  }

  placed(): Record<string, { status: string; text: string }> {
    const placed = this.editor.placed.get();
    const entries = this.marks.get().flatMap(({ id }) => {
      const mark = placed.get(id);
      return mark ? [[id, { status: mark.status, text: mark.text }]] : [];
    });
    return Object.fromEntries(entries);
  }

  /** Each block as `type text`, by the Y.Text and by the screen: they must be the same. */
  blocks(): string[] {
    const { doc } = this.editor.view.state;
    if (!decode(this.otherText).eq(doc)) throw new Error('The copies are not the same.');
    const lines: string[] = [];
    doc.forEach((block) => {
      const { level, kind, indent, quote } = block.attrs;
      const attrs = [level, kind, indent ? `>${indent}` : '', quote ? `“${quote}` : '']
        .filter(Boolean)
        .join(' ');
      lines.push(`${block.type.name}${attrs ? `(${attrs})` : ''} ${block.textContent}`.trim());
    });
    return lines;
  }

  /** Puts the caret, or a selection, at linear offsets. */
  select(start: number, end: number): void {
    const { view } = this.editor;
    const { doc, tr } = view.state;
    this.editor.focus();
    view.dispatch(tr.setSelection(TextSelection.create(doc, posOf(doc, start), posOf(doc, end))));
  }

  run(command: string, argument?: string): boolean {
    return this.editor.commands.get(command)!.run(argument);
  }
}

declare global {
  interface Window {
    desk: Desk;
    Desk: typeof Desk;
    Y: typeof Y;
  }
}

window.Desk = Desk;
window.Y = Y;
window.desk = new Desk();
