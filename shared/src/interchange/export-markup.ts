/** HTML that is well formed by construction. Only `element` and its neighbours make any. */
export class Markup {
  constructor(readonly html: string) {}
}

export type Content = Markup | string | null | readonly Content[];

/** An attribute's value; null, undefined and false leave it out, true gives it no value. */
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const VOID = new Set(['br', 'hr', 'img', 'meta']);

/** Characters that HTML cannot hold at all, and halves of characters, which UTF-8 cannot. */
const IMPOSSIBLE = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"'\r]/g, (character) => ENTITIES[character]!);
}

/** Content as HTML; every string in it is text. */
export function render(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (content instanceof Markup) return content.html;
  return content.map(render).join('');
}

export function markup(...content: Content[]): Markup {
  return new Markup(render(content));
}

/** One element. Names of tags and attributes are the program's own, never data. */
export function element(name: string, attributes: Attributes = {}, ...content: Content[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`))
    .join('');
  if (VOID.has(name)) return new Markup(`<${name}${written}>`);
  return new Markup(`<${name}${written}>${render(content)}</${name}>`);
}

/** A style sheet of the program's own. Throws a RangeError when the text could end the element or be read otherwise. */
export function styleElement(css: string): Markup {
  if (/[<&]/.test(css)) throw new RangeError('A style sheet in HTML has neither "<" nor "&".');
  return new Markup(`<style>${css}</style>`);
}
