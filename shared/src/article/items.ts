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
