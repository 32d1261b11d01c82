/**
 * How word processors say by class, style and role what HTML says by element. The importers and the clipboard read
 * the same pages with different parsers, so the knowledge stands here. The shapes are those of Word's and Word
 * online's clipboard and "web page" files, Google Docs' clipboard and "web page" download, and LibreOffice Writer.
 */

/** What an element of such a page is, when its name does not say it. */
export type OfficeMeaning =
  /** What the program wrote for itself: a list's marker, the anchor of a comment, settings. No words of the article. */
  | { readonly kind: 'apparatus' }
  /** A tab or a run of spaces, written as no-break spaces: one space. */
  | { readonly kind: 'space' }
  | { readonly kind: 'heading'; readonly level: number }
  /** A paragraph that is a list item. `indent` counts from 0; the kind follows from its marker: `listKindOf`. */
  | { readonly kind: 'item'; readonly indent: number };

/** An element's attribute by name; null or undefined when it has none. */
export type AttributeOf = (name: string) => string | null | undefined;

const APPARATUS_STYLE = /mso-list\s*:\s*ignore|mso-element\s*:\s*comment-list|mso-hide\s*:\s*all/i;
const APPARATUS_CLASS = /(?:^|\s)(?:MsoCommentReference|msocomanchor|msocomoff)(?:\s|$)/i;
const SPACE_STYLE = /mso-(?:tab-count|spacerun)\s*:/i;
const SPACE_CLASS = /(?:^|\s)(?:Apple-converted-space|Apple-tab-span|EOP)(?:\s|$)/;
const ITEM_STYLE = /mso-list\s*:\s*(?!ignore|none|skip)[^;]*?\blevel(\d)/i;
const OUTLINE_STYLE = /mso-outline-level\s*:\s*([1-9])/i;
const HEADING_CLASS = /(?:^|\s)MsoHeading([1-9])(?:\s|$)/;
const TITLE_CLASS = /(?:^|\s)(?:MsoTitle\w*|title)(?:\s|$)/;
const NOTE_CLASS = /(?:^|\s)Mso(?:Footnote|Endnote)Reference(?:\s|$)/;

/** The element's own style; the editor has renamed it before the browser could apply it. */
export function styleOf(attribute: AttributeOf): string {
  return attribute('data-style') ?? attribute('style') ?? '';
}

/** What an element means to word processors; null when it is just what its name says. `tag` is in lower case. */
export function officeMeaning(tag: string, attribute: AttributeOf): OfficeMeaning | null {
  const style = styleOf(attribute);
  const classes = attribute('class') ?? '';
  if (tag === 'xml' || APPARATUS_STYLE.test(style) || APPARATUS_CLASS.test(classes))
    return { kind: 'apparatus' };
  if (tag === 'span') return SPACE_STYLE.test(style) || SPACE_CLASS.test(classes) ? { kind: 'space' } : null;
  if (tag !== 'p' && tag !== 'div') return null;
  const item = ITEM_STYLE.exec(style);
  if (item) return { kind: 'item', indent: Math.max(Number(item[1]) - 1, 0) };
  const level = officeLevel(tag, classes, style, attribute);
  return level === null ? null : { kind: 'heading', level };
}

function officeLevel(tag: string, classes: string, style: string, attribute: AttributeOf): number | null {
  if (attribute('role') === 'heading') return Number(attribute('aria-level')) || 2;
  if (tag === 'p' && TITLE_CLASS.test(classes)) return 1;
  const said = HEADING_CLASS.exec(classes) ?? OUTLINE_STYLE.exec(style);
  return said ? Number(said[1]) : null;
}

/** The kind of list that a marker as it is printed belongs to: `1.`, `a)`, `(iv)` count; signs do not. */
export function listKindOf(marker: string): 'bullet' | 'ordered' {
  const text = marker.replace(/\s/g, '');
  return /^\(?(?:\d+|\p{L}{1,4})(?:[.)]|\.\d)/u.test(text) || /^\d+$/.test(text) ? 'ordered' : 'bullet';
}

/** How deep a list of Google Docs' download stands, which has all its lists side by side; null when nothing says it. */
export function listDepthOf(classes: string): number | null {
  const said = /(?:^|\s)lst-kix_\w+-(\d)(?:\s|$)/.exec(classes);
  return said ? Number(said[1]) : null;
}

/** The style that a class known by name stands for. */
export function styleOfClass(classes: string): string {
  return NOTE_CLASS.test(classes) ? 'vertical-align:super' : '';
}

const RULE = /(?:^|[},;]|-->|<!--|\*\/)\s*(?:span|font|a)?\.([\w-]+)\s*\{([^{}]*)\}/g;

/** The declarations of each class in a style sheet of simple rules such as `.c3{font-weight:700}`. */
export function classStyles(css: string): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  // A rule ends where the next begins, so that its brace has to be there for both.
  for (const [, name, declarations] of css.replaceAll('}', '}}').matchAll(RULE))
    styles.set(name!, `${styles.get(name!) ?? ''}${declarations!.trim()};`);
  return styles;
}

/** The address behind the redirect that Google Docs puts in front of every link of its download. */
export function unwrappedLink(href: string): string {
  const query = /^https?:\/\/(?:www\.)?google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/i.exec(href)?.[1];
  try {
    return query ? decodeURIComponent(query) : href;
  } catch {
    return href;
  }
}
