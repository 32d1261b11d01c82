import {
  type OfficeMeaning,
  officeMeaning,
  safeUrl,
  schema,
  styleOf,
  styleOfClass,
  unwrappedLink,
} from '@assay/shared/article';
import type { Mark, MarkType } from 'prosemirror-model';

/** What never carries words of an article. */
const SKIPPED = new Set(
  'script style template noscript head meta link title iframe object embed svg math canvas audio video input select button textarea xml'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const { marks } = schema;

const MARK_OF: Readonly<Record<string, MarkType | undefined>> = {
  strong: marks.strong,
  b: marks.strong,
  em: marks.em,
  i: marks.em,
  cite: marks.em,
  code: marks.code,
  kbd: marks.code,
  samp: marks.code,
  tt: marks.code,
  s: marks.strike,
  strike: marks.strike,
  del: marks.strike,
  sup: marks.sup,
  sub: marks.sub,
};

export function isSkipped(element: HTMLElement): boolean {
  return SKIPPED.has(element.nodeName.toLowerCase());
}

/** What an element means to the word processor that wrote it. */
export function meaningOf(element: HTMLElement): OfficeMeaning | null {
  return officeMeaning(element.nodeName.toLowerCase(), (name) => element.getAttribute(name));
}

export function isBlockElement(element: HTMLElement): boolean {
  return BLOCKS.has(element.nodeName.toLowerCase());
}

const TAG = /<[a-z][^>]*>/gi;
const ACTING = /(\s)(style|on[a-z]+)(?=\s*=)/gi;

/**
 * Pasted HTML with every style and event handler renamed to `data-…`, and style sheets and scripts left out, before
 * the browser sees it: the page's content policy would refuse them with a report for each.
 */
export function quietHtml(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(TAG, (tag) => tag.replace(ACTING, '$1data-$2'));
}

/** The declarations of an element's own style, by name in lower case. */
function declarationsOf(element: HTMLElement): ReadonlyMap<string, string> {
  const own = styleOf((name) => element.getAttribute(name));
  const style = `${styleOfClass(element.getAttribute('class') ?? '')};${own}`;
  const declarations = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const [name, value] = declaration.split(':');
    if (name && value) declarations.set(name.trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}

/** What styles say of a format: on, off, or nothing. */
const STYLES: readonly (readonly [type: MarkType, name: string, on: RegExp, off: RegExp])[] = [
  [marks.strong, 'font-weight', /^(bold|bolder|[6-9]00)$/, /^(normal|[1-4]00)$/],
  [marks.em, 'font-style', /^(italic|oblique)$/, /^normal$/],
  [marks.strike, 'text-decoration', /line-through/, /^$/],
  [marks.strike, 'text-decoration-line', /line-through/, /^$/],
  [marks.sup, 'vertical-align', /^super$/, /^$/],
  [marks.sub, 'vertical-align', /^sub$/, /^$/],
];

/** The formats inside an inline element. Word processors say them by style, and wrap whole pages into `<b>`. */
export function marksOfElement(element: HTMLElement, before: readonly Mark[]): readonly Mark[] {
  const name = element.nodeName.toLowerCase();
  const own = MARK_OF[name];
  let set = own ? own.create().addToSet(before) : before;
  const declarations = declarationsOf(element);
  for (const [type, property, on, off] of STYLES) {
    const value = declarations.get(property);
    if (value === undefined) continue;
    if (on.test(value)) set = type.create().addToSet(set);
    else if (off.test(value)) set = type.removeFromSet(set);
  }
  const href = name === 'a' ? safeUrl(unwrappedLink(element.getAttribute('href') ?? '')) : null;
  return href ? marks.link.create({ href, title: element.getAttribute('title') }).addToSet(set) : set;
}
