import {
  type Block,
  type Formats,
  formatChange,
  isPlainObject,
  readBlocks,
  sameJson,
} from '@assay/shared/article';
import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import * as Y from 'yjs';
import { BlockTable, changedRegions, type Met } from '../../client/src/binding/index.ts';

interface Op {
  insert?: unknown;
  retain?: number;
  delete?: number;
  attributes?: Record<string, unknown>;
}

/**
 * Follows a document in a copy and compares, for every transaction, what `changedRegions` has met with Yjs' own
 * `event.delta`. In a copy, because reading `event.delta` deletes redundant formats.
 */
export class DeltaCheck {
  compared = 0;
  readonly #copy = new Y.Doc();

  constructor(doc: Y.Doc) {
    const text = this.#copy.getText(ARTICLE_ROOT);
    Y.applyUpdate(this.#copy, Y.encodeStateAsUpdate(doc));
    let blocks = readBlocks(text);
    let formats = unitFormats(text);
    text.observe((event, transaction) => {
      const own = ownDelta(text, transaction, blocks);
      this.compared++;
      const theirs = normal(effective(event.delta as Op[], formats));
      blocks = readBlocks(text);
      formats = unitFormats(text);
      if (!sameDelta(own, theirs)) {
        throw new Error(`Own delta ${JSON.stringify(own)} is not Yjs' ${JSON.stringify(theirs)}`);
      }
    });
    text.observeDeep(() => {
      blocks = readBlocks(text);
      formats = unitFormats(text);
    });
    doc.on('update', (update: Uint8Array) => Y.applyUpdate(this.#copy, update));
  }
}

/** The formats of every unit of the text. */
function unitFormats(text: Y.Text): Formats[] {
  return (text.toDelta() as Op[]).flatMap(({ insert, attributes }) =>
    new Array<Formats>(typeof insert === 'string' ? insert.length : 1).fill((attributes ?? {}) as Formats),
  );
}

/** Without changes of format that change nothing: Yjs tells some of those. */
function effective(delta: readonly Op[], formats: readonly Formats[]): Op[] {
  let at = 0;
  return delta.flatMap((op) => {
    const { retain, attributes } = op;
    const from = at;
    at += op.delete ?? retain ?? 0;
    if (!retain || !attributes) return [op];
    return formats.slice(from, at).map((before) => {
      const changed = Object.entries(attributes).filter(
        ([key, value]) => !sameJson(before[key] ?? null, value),
      );
      return { retain: 1, attributes: Object.fromEntries(changed) };
    });
  });
}

function ownDelta(text: Y.Text, transaction: Y.Transaction, blocks: readonly Block[]): Op[] {
  const ops: Op[] = [];
  let region = -1;
  let known = 0;
  const regions = changedRegions(text, transaction, new BlockTable(blocks), (first, met) => {
    if (first !== region) {
      ops.push({ retain: unitsBefore(blocks, first) - known });
      known = unitsBefore(blocks, first);
      region = first;
    }
    if (met.fate !== 'inserted') known += met.length;
    ops.push(...opsOf(met));
  });
  if (!regions.length) return [];
  return normal(ops);
}

function unitsBefore(blocks: readonly Block[], count: number): number {
  return blocks
    .slice(0, count)
    .reduce(
      (sum, { marker, node }) => sum + (marker ? 1 : 0) + (node.isTextblock ? node.content.size : 0),
      0,
    );
}

function opsOf({ fate, content, length, before, after }: Met): Op[] {
  if (fate === 'deleted') return [{ delete: length }];
  if (fate === 'retained') {
    const attributes = formatChange(before, after);
    return [attributes ? { retain: length, attributes } : { retain: length }];
  }
  const attributes = Object.keys(after).length ? { attributes: { ...after } } : {};
  if (content.kind === 'text') return [{ insert: content.text, ...attributes }];
  return [{ insert: content.kind, ...attributes }];
}

/** Neighbouring operations of one kind as one; embeds by their kind; no idle end. */
function normal(delta: readonly Op[]): Op[] {
  const ops: Op[] = [];
  for (const raw of delta) {
    const op =
      typeof raw.insert === 'string' || raw.insert === undefined
        ? raw
        : { ...raw, insert: kindOf(raw.insert) };
    if (op.retain === 0) continue;
    if (op.attributes && !Object.keys(op.attributes).length) delete op.attributes;
    const last = ops.at(-1);
    if (last && sameJson(last.attributes ?? {}, op.attributes ?? {}) && joinable(last, op))
      ops[ops.length - 1] = joined(last, op);
    else ops.push(op);
  }
  while (ops.at(-1)?.retain !== undefined && !ops.at(-1)!.attributes) ops.pop();
  return ops;
}

const KINDS = ['marker', 'embeds'];

function joinable(a: Op, b: Op): boolean {
  if (a.retain !== undefined) return b.retain !== undefined;
  if (a.delete !== undefined) return b.delete !== undefined;
  return typeof b.insert === 'string' && !KINDS.includes(a.insert as string) && !KINDS.includes(b.insert);
}

function joined(a: Op, b: Op): Op {
  const attributes = a.attributes ? { attributes: a.attributes } : {};
  if (a.retain !== undefined) return { retain: a.retain + b.retain!, ...attributes };
  if (a.delete !== undefined) return { delete: a.delete + b.delete! };
  return { insert: `${a.insert}${b.insert}`, ...attributes };
}

function kindOf(insert: unknown): string {
  return !isPlainObject(insert) && (insert as object).constructor === Y.Map ? 'marker' : 'embeds';
}

/** Deletions and insertions at one place may come in either order. */
function sameDelta(a: readonly Op[], b: readonly Op[]): boolean {
  return sameJson(deletionsFirst(a), deletionsFirst(b));
}

function deletionsFirst(delta: readonly Op[]): Op[] {
  const ops: Op[] = [];
  let inserted: Op[] = [];
  let deleted = 0;
  const flush = () => {
    if (deleted) ops.push({ delete: deleted });
    ops.push(...inserted);
    [inserted, deleted] = [[], 0];
  };
  for (const op of delta) {
    if (op.delete !== undefined) deleted += op.delete;
    else if (op.insert !== undefined) inserted.push(op);
    else {
      flush();
      ops.push(op);
    }
  }
  flush();
  return normal(ops);
}
