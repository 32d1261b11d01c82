import { linearText } from '@assay/shared/article';
import {
  type Attributes,
  type AttributeValue,
  isLabelId,
  type LabelId,
  type TextRange,
} from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import { importArticle } from './import-article.ts';
import { OffsetMap } from './import-corpus-offsets.ts';
import { shorten } from './import-draft.ts';

// zod would otherwise try `eval`, which the page's security policy forbids and reports.
z.config({ jitless: true });

/** What stands between the pieces of a span in its `text`. */
const BETWEEN_PIECES = ' … ';
const WORDS_SHOWN = 60;

const spanSchema = z.object({
  annotator: z.string().min(1),
  label: z.string().min(1),
  ranges: z.array(z.tuple([z.int().min(0), z.int().min(1)])).min(1),
  text: z.string(),
  attributes: z.record(z.string(), z.unknown()).default({}),
});

const documentSchema = z.object({
  id: z.string().min(1),
  title: z.string().optional(),
  annotators: z.array(z.string().min(1)).optional(),
  text: z.string(),
  spans: z.array(spanSchema),
});

type Span = z.infer<typeof spanSchema>;
type Document = z.infer<typeof documentSchema>;

/** A mark out of a corpus. `ranges` are UTF-16 offsets in the article's linear text, in text order. */
export interface CorpusMark {
  /** Unique within its article: `span-0001` is the first of the line. */
  readonly id: string;
  readonly reviewer: string;
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: Attributes;
}

export interface CorpusArticle {
  /** What the corpus calls it. */
  readonly id: string;
  readonly title: string;
  /** A checked document of the article schema, and its linear text. */
  readonly doc: Node;
  readonly text: string;
  /** Everybody who was to mark it, also those who marked nothing. */
  readonly reviewers: readonly string[];
  readonly marks: readonly CorpusMark[];
  /** The names of attributes with values that an annotation cannot have, such as lists of offsets. */
  readonly leftOut: readonly string[];
}

/** Why a line was not taken. `line` and `span` count from 1; `span` is null where it is not about one. */
export interface CorpusError {
  readonly line: number;
  readonly span: number | null;
  /** A sentence that names both and says what to do. */
  readonly message: string;
}

export interface ImportedCorpus {
  readonly articles: readonly CorpusArticle[];
  readonly errors: readonly CorpusError[];
}

/**
 * Reads articles that several people have marked: one JSON object a line,
 * `{id, title?, annotators?, text, spans: [{annotator, label, ranges: [[start, end], …], text, attributes?}]}`. Offsets are
 * UTF-16 units of `text`, end exclusive; the `text` of a span in pieces joins them with ` … `. `text` becomes paragraphs as
 * plain text does, and the marks stay on their words. Labels become label ids (`Name_Calling` is `name-calling`). A line with
 * anything wrong in it is left out as a whole; the others are taken.
 */
export function importCorpus(content: string): ImportedCorpus {
  const articles: CorpusArticle[] = [];
  const errors: CorpusError[] = [];
  const ids = new Set<string>();
  for (const [at, json] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (json.trim() === '') continue;
    const complain = (span: number | null, words: string) => {
      const where = span === null ? `Line ${at + 1}` : `Line ${at + 1}, span ${span}`;
      errors.push({ line: at + 1, span, message: `${where}: ${words}` });
    };
    const document = documentOf(json, complain);
    if (!document) continue;
    const before = errors.length;
    if (ids.has(document.id))
      complain(null, `there is another article with the id “${document.id}”. Give each its own.`);
    ids.add(document.id);
    const article = articleOf(document, complain);
    if (article && errors.length === before) articles.push(article);
  }
  return { articles, errors };
}

type Complain = (span: number | null, words: string) => void;

function documentOf(json: string, complain: Complain): Document | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    complain(
      null,
      'this is not JSON. Each line must be one whole JSON object; look for a line break inside it.',
    );
    return null;
  }
  const parsed = documentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const [list, span, ...member] = path;
  const isSpan = list === 'spans' && typeof span === 'number';
  const name = (isSpan ? member : path).join('.');
  complain(isSpan ? span + 1 : null, `${name ? `“${name}”` : 'it'} cannot be read: ${message}. Correct it.`);
  return null;
}

function articleOf(document: Document, complain: Complain): CorpusArticle | null {
  const { refusal, title, doc } = importArticle({ content: document.text, format: 'text' });
  if (refusal !== null) {
    complain(null, refusal);
    return null;
  }
  const text = linearText(doc);
  const offsets = new OffsetMap(document.text, text);
  const reviewers = [...new Set(document.annotators ?? document.spans.map(({ annotator }) => annotator))];
  const marks = document.spans.flatMap((span, at) => {
    const complainOfSpan = (words: string) => complain(at + 1, words);
    if (!reviewers.includes(span.annotator))
      complainOfSpan(
        `“${span.annotator}” is not among the “annotators”. Add the name there, or correct it here.`,
      );
    return (
      markOf(span, `span-${String(at + 1).padStart(4, '0')}`, document.text, offsets, complainOfSpan) ?? []
    );
  });
  const leftOut = document.spans.flatMap(({ attributes }) =>
    Object.keys(attributes).filter((name) => !isAttributeValue(attributes[name])),
  );
  return {
    id: document.id,
    title: document.title?.trim() || title,
    doc,
    text,
    reviewers,
    marks,
    leftOut: [...new Set(leftOut)],
  };
}

function markOf(
  span: Span,
  id: string,
  source: string,
  offsets: OffsetMap,
  complain: (words: string) => void,
): CorpusMark | null {
  const wrong = faultOf(span, source);
  if (wrong !== null) {
    complain(wrong);
    return null;
  }
  const ranges = span.ranges.flatMap(([start, end]) => offsets.rangeOf({ start, end }) ?? []);
  if (ranges.length === 0) {
    complain('it covers white space alone. Give it words, or take it out.');
    return null;
  }
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).filter((entry): entry is [string, AttributeValue] =>
      isAttributeValue(entry[1]),
    ),
  );
  return { id, reviewer: span.annotator, label: labelOf(span.label), ranges: inOrder(ranges), attributes };
}

function faultOf({ ranges, text, label }: Span, source: string): string | null {
  if (!isLabelId(labelOf(label)))
    return `“${shorten(label, WORDS_SHOWN)}” cannot be a label. Use a name of at most 40 letters and digits that begins with a letter.`;
  const bad = ranges.find(([start, end]) => start >= end || end > source.length);
  if (bad)
    return `there is no range from ${bad[0]} to ${bad[1]} in a text of ${source.length} UTF-16 units. Correct the offsets; the end is exclusive.`;
  const words = ranges.map(([start, end]) => source.slice(start, end)).join(BETWEEN_PIECES);
  if (words === text) return null;
  return `its offsets cover “${shorten(words, WORDS_SHOWN)}”, but its text is “${shorten(text, WORDS_SHOWN)}”. Correct one of them: offsets count UTF-16 units (not bytes or code points), the end is exclusive, and pieces are joined by “${BETWEEN_PIECES}”.`;
}

function labelOf(name: string): LabelId {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function isAttributeValue(value: unknown): value is AttributeValue {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string');
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** In text order; what overlaps is one range. */
function inOrder(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}
