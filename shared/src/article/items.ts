import * as Y from 'yjs';
import { type Formats, withFormat } from './formats.ts';
import { isJson, type Json } from './json.ts';

/**
 * The one file that reads inside Yjs (13.6): the linked list of items behind a Y.Text. The public `toDelta` and
 * `event.delta` walk the whole article; a keystroke may not. They also pass over content that a foreign client can put
 * into a Y.Text although no Y.Text method makes it, while the type's length counts it.
 */

/** What one item of the list says. `embeds` has one value for each unit of the item's length. */
export type Content =
  | { readonly kind: 'marker'; readonly marker: Y.Map<unknown> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'embeds'; readonly embeds: readonly Json[] }
  | { readonly kind: 'format'; readonly key: string; readonly value: Json }
  | { readonly kind: 'nothing' };

const NOTHING: Content = { kind: 'nothing' };

/** The content of an item, deleted or not, as long as Yjs still has it. */
export function contentOf(item: Y.Item): Content {
  const { content } = item;
  if (content instanceof Y.ContentString) return { kind: 'text', text: content.str };
  if (content instanceof Y.ContentFormat)
    return { kind: 'format', key: content.key, value: asJson(content.value) };
  if (content instanceof Y.ContentEmbed) return { kind: 'embeds', embeds: [asJson(content.embed)] };
  if (content instanceof Y.ContentType) {
    // Only a plain Y.Map is a marker: XmlHook extends it, and any other type is somebody else's inline.
    if (content.type.constructor === Y.Map) return { kind: 'marker', marker: content.type as Y.Map<unknown> };
    return { kind: 'embeds', embeds: [{ nested: nestedKind(content.type) }] };
  }
  if (content instanceof Y.ContentDeleted || !item.countable) return NOTHING;
  return {
    kind: 'embeds',
    embeds: Array.from({ length: item.length }, (_, i) => asJson(content.getContent()[i])),
  };
}

function asJson(value: unknown): Json {
  return isJson(value) ? value : null;
}

function nestedKind(type: Y.AbstractType<unknown>): string {
  if (type instanceof Y.XmlText) return 'xml-text';
  if (type instanceof Y.Text) return 'text';
  if (type instanceof Y.Array) return 'array';
  return type instanceof Y.XmlFragment ? 'xml' : 'type';
}

/** The first item of the list, deleted or not. */
export function firstItem(text: Y.Text): Y.Item | null {
  return text._start;
}

/** The item that carries a marker; null when the map is not in a document. */
export function markerItem(marker: Y.Map<unknown>): Y.Item | null {
  return marker._item;
}

/** Reads a stretch of the list, telling `sink` what is visible, from `item` until `until` says stop or the end. */
export function readItems(item: Y.Item | null, formats: Formats, sink: ItemSink): Formats {
  let inForce = formats;
  for (let at = item; at; at = at.right) {
    if (at.deleted) continue;
    const content = contentOf(at);
    if (content.kind === 'format') inForce = withFormat(inForce, content.key, content.value);
    else sink.add(content, inForce);
  }
  return inForce;
}

export interface ItemSink {
  add(content: Content, formats: Formats): void;
}

/** What became of a visible stretch in one transaction. `invisible` was neither before nor is now. */
export type Fate = 'retained' | 'inserted' | 'deleted' | 'invisible';

/** Throws nothing; true to the item lists only while the transaction's observers are being called. */
export function fateOf(item: Y.Item, transaction: Y.Transaction): Fate {
  const added = isNew(item, transaction);
  if (!item.deleted) return added ? 'inserted' : 'retained';
  return !added && Y.isDeleted(transaction.deleteSet, item.id) ? 'deleted' : 'invisible';
}

function isNew(item: Y.Item, transaction: Y.Transaction): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
}

/** Every item of the text's list that a transaction has added or deleted. */
export function changedItems(text: Y.Text, transaction: Y.Transaction): Set<Y.Item> {
  const found = new Set<Y.Item>();
  const collect = (client: number, from: number, until: number) => {
    const structs = transaction.doc.store.clients.get(client);
    if (!structs || from >= until) return;
    for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
      const struct = structs[i]!;
      if (struct.id.clock >= until) break;
      if (struct instanceof Y.Item && struct.parent === text && struct.parentSub === null) found.add(struct);
    }
  };
  for (const [client, until] of transaction.afterState) {
    collect(client, transaction.beforeState.get(client) ?? 0, until);
  }
  for (const [client, deletions] of transaction.deleteSet.clients) {
    for (const { clock, len } of deletions) collect(client, clock, clock + len);
  }
  return found;
}

/** The items of the text's list inside which something changed: keys of a marker, content of a nested type. */
export function itemsChangedWithin(text: Y.Text, transaction: Y.Transaction): Set<Y.Item> {
  const found = new Set<Y.Item>();
  for (const type of transaction.changed.keys()) {
    let item = type._item;
    while (item && item.parent !== text)
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    if (item && item.parentSub === null && !item.deleted) found.add(item);
  }
  return found;
}

/**
 * The marker that an item stands behind: the nearest one to the left (or the item itself) that the transaction found
 * and left in place; null at the start of the list. `seen` are items on whose way left somebody has been already:
 * undefined is returned there, so that a thousand new items cost one walk.
 */
export function markerBefore(
  item: Y.Item,
  transaction: Y.Transaction,
  seen: Set<Y.Item>,
): Y.Map<unknown> | null | undefined {
  for (let at: Y.Item | null = item; at; at = at.left) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    const marker = retainedMarker(at, transaction);
    if (marker) return marker;
  }
  return null;
}

/** The marker that an item is, when it was there before the transaction and still is. */
export function retainedMarker(item: Y.Item, transaction: Y.Transaction): Y.Map<unknown> | null {
  if (item.deleted || !(item.content instanceof Y.ContentType) || isNew(item, transaction)) return null;
  const content = contentOf(item);
  return content.kind === 'marker' ? content.marker : null;
}

/**
 * Keeps Yjs from tidying redundant formats after a remote change, which would make every client that receives a
 * format write deletions, readers too, and walk the whole article for it. The server tidies for all. Returns the way
 * to stop.
 */
export function quietFormatting(doc: Y.Doc): () => void {
  const quiet = (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  };
  doc.on('afterTransaction', quiet);
  return () => doc.off('afterTransaction', quiet);
}

/**
 * The relative position of the boundary `units` behind the start of `from` (an item of the list, or the list's start),
 * as `Y.createRelativePositionFromTypeIndex` makes it, without walking the items before. Association 0 holds the
 * unit after the boundary, -1 the one before.
 */
export function relativeBehind(
  text: Y.Text,
  from: Y.Item | null,
  units: number,
  assoc: 0 | -1,
): Y.RelativePosition {
  const atStart = !from || !previousVisible(from);
  if (assoc < 0 && units === 0 && atStart) return relativeTo(text, null, assoc);
  if (assoc < 0 && units === 0) return relativeTo(text, lastUnit(previousVisible(from!)!), assoc);
  let left = assoc < 0 ? units - 1 : units;
  for (let at = from ?? text._start; at; at = at.right) {
    if (at.deleted || !at.countable) continue;
    if (left < at.length) return relativeTo(text, Y.createID(at.id.client, at.id.clock + left), assoc);
    left -= at.length;
  }
  return relativeTo(text, null, assoc);
}

function previousVisible(item: Y.Item): Y.Item | null {
  let at = item.left;
  while (at && (at.deleted || !at.countable)) at = at.left;
  return at;
}

function lastUnit(item: Y.Item): Y.ID {
  return Y.createID(item.id.client, item.id.clock + item.length - 1);
}

function relativeTo(text: Y.Text, id: Y.ID | null, assoc: number): Y.RelativePosition {
  const owner = text._item;
  const type = owner && Y.createID(owner.id.client, owner.id.clock);
  return new Y.RelativePosition(type, owner ? null : Y.findRootTypeKey(text), id, assoc);
}

/** As Yjs keeps the places from which it looks for an index; it holds so many. */
interface SearchMarker {
  p: Y.Item;
  index: number;
  timestamp: number;
}
const MOST_SEARCH_MARKERS = 80;

/**
 * Does something to the text near an item whose index is known, and in front of which no format is in force, so that
 * Yjs looks for the place from there: its own search begins at the start of the list once the text has any formats,
 * and far away in a text with a long history.
 */
export function searchingFrom(text: Y.Text, item: Y.Item, index: number, work: () => void): void {
  const kept = text._searchMarker as SearchMarker[] | null;
  const markers = kept ?? [];
  const near: SearchMarker = markers[MOST_SEARCH_MARKERS - 1] ?? { p: item, index, timestamp: 0 };
  if (markers.length < MOST_SEARCH_MARKERS) markers.push(near);
  near.p.marker = false;
  near.p = item;
  near.index = index;
  item.marker = true;
  text._searchMarker = markers;
  try {
    work();
  } finally {
    if (!kept) {
      // They are not kept true while there are formats.
      for (const { p } of markers) p.marker = false;
      text._searchMarker = null;
    }
  }
}

/** A boundary in the list: so many visible units behind the start of a marker (counted), or of the list. */
export interface Place {
  readonly marker: Y.Map<unknown> | null;
  readonly units: number;
}

/**
 * Where a relative position points now, or null when this document has not (or no longer) its character. With
 * `followUndone` a character that this client's undo has brought back is found again; others do not see it so.
 */
export function placeOf(
  text: Y.Text,
  position: Y.RelativePosition,
  followUndone: boolean,
): Place | 'end' | null {
  if (!position.item) return position.assoc >= 0 ? 'end' : { marker: null, units: 0 };
  const { store } = text.doc!;
  if (Y.getState(store, position.item.client) <= position.item.clock) return null;
  const { item, diff } = itemAt(store, position.item, followUndone);
  if (!(item instanceof Y.Item) || item.parent !== text) return null;
  let units = item.deleted || !item.countable ? 0 : diff + (position.assoc >= 0 ? 0 : 1);
  // A visible marker held from its left side is the boundary before it, which belongs to the block before.
  const own = units > 0 ? visibleMarker(item) : null;
  if (own) return { marker: own, units };
  for (let at = item.left; at; at = at.left) {
    if (at.deleted || !at.countable) continue;
    units += at.length;
    const marker = visibleMarker(at);
    if (marker) return { marker, units };
  }
  return { marker: null, units };
}

function visibleMarker(item: Y.Item): Y.Map<unknown> | null {
  if (item.deleted || !(item.content instanceof Y.ContentType)) return null;
  const content = contentOf(item);
  return content.kind === 'marker' ? content.marker : null;
}

function itemAt(store: Parameters<typeof Y.getItem>[0], id: Y.ID, followUndone: boolean) {
  let next = id;
  for (;;) {
    const item = Y.getItem(store, next);
    const diff = next.clock - item.id.clock;
    const redone = followUndone && item instanceof Y.Item ? item.redone : null;
    if (!redone) return { item, diff };
    next = Y.createID(redone.client, redone.clock + diff);
  }
}
