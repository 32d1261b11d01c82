import { Mark } from 'prosemirror-model';
import { isJsonObject, isPlainObject, type Json, type JsonObject, sameJson, sortedObject } from './json.ts';
import { schema } from './schema.ts';
import { safeUrl } from './url.ts';

/** The formats in force on a stretch of text: key to value; a key is absent where the format is off. */
export type Formats = JsonObject;

/** No format at all; shared, so that it can be recognised by identity. */
export const PLAIN: Formats = Object.freeze({});

const SWITCHES: ReadonlySet<string> = new Set(['strong', 'em', 'code', 'strike', 'sup', 'sub']);
const known = new WeakMap<Formats, readonly Mark[]>();

/**
 * The marks of some formats. A key that this version does not know goes into the one `unknown` mark; a known key
 * with a value it cannot show (an unsafe link) shows nothing, and stays in the Y.Text until somebody sets that key.
 */
export function marksOf(formats: Formats): readonly Mark[] {
  if (formats === PLAIN) return Mark.none;
  const before = known.get(formats);
  if (before) return before;
  const marks: Mark[] = [];
  const foreign: [string, Json][] = [];
  for (const [key, value] of Object.entries(formats)) {
    if (SWITCHES.has(key)) {
      if (value !== false) marks.push(schema.marks[key as 'strong']!.create());
    } else if (key === 'link') {
      const link = linkMark(value);
      if (link) marks.push(link);
    } else foreign.push([key, value]);
  }
  const unknown = sortedObject(foreign);
  if (unknown) marks.push(schema.marks.unknown.create({ formats: unknown }));
  const set = Mark.setFrom(marks);
  known.set(formats, set);
  return set;
}

function linkMark(value: Json): Mark | null {
  if (!isPlainObject(value)) return null;
  const href = safeUrl(value.href);
  return href === null
    ? null
    : schema.marks.link.create({ href, title: typeof value.title === 'string' ? value.title : null });
}

/** The formats that make these marks; a fresh object, which Yjs may write to. */
export function formatsOf(marks: readonly Mark[]): Record<string, Json> {
  const formats: Record<string, Json> = {};
  for (const mark of marks) {
    const { href, title, formats: foreign } = mark.attrs;
    if (mark.type === schema.marks.link) formats.link = title === null ? { href } : { href, title };
    else if (mark.type === schema.marks.unknown) Object.assign(formats, isJsonObject(foreign) ? foreign : {});
    else formats[mark.type.name] = true;
  }
  return formats;
}

/** What has to be set (null: taken off) to come from one set of formats to another; null when they are the same. */
export function formatChange(from: Formats, to: Formats): Record<string, Json> | null {
  const change: Record<string, Json> = {};
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) change[key] = null;
  for (const [key, value] of Object.entries(to)) if (!sameJson(from[key], value)) change[key] = value;
  return Object.keys(change).length ? change : null;
}

/** `formats` after one key was set; the same object when nothing changes. */
export function withFormat(formats: Formats, key: string, value: Json): Formats {
  if (value === null ? !Object.hasOwn(formats, key) : sameJson(formats[key], value)) return formats;
  const next: Record<string, Json> = { ...formats };
  if (value === null) delete next[key];
  else next[key] = value;
  return Object.keys(next).length ? next : PLAIN;
}
