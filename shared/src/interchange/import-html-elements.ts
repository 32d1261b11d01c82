import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DraftFormats } from './import-draft.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name && !attr.prefix)?.value;
}

/** All words in it, as they stand, but those of elements named in `except`. */
export function wordsIn(parent: DefaultTreeAdapterTypes.ParentNode, except = names('')): string {
  let words = '';
  for (const node of nodesIn(parent, except))
    if (node.nodeName === '#text' && 'value' in node) words += node.value;
  return words;
}

/** The element itself if it is one, and all elements in it, in order. */
export function* elementsIn(parent: DefaultTreeAdapterTypes.ParentNode): Generator<HtmlElement> {
  for (const node of nodesIn(parent)) if ('tagName' in node) yield node;
}

/** All nodes from this one on, in order, without recursion. */
function* nodesIn(
  parent: DefaultTreeAdapterTypes.ParentNode,
  except = names(''),
): Generator<DefaultTreeAdapterTypes.Node> {
  const open: DefaultTreeAdapterTypes.Node[] = [parent];
  for (let node = open.pop(); node; node = open.pop()) {
    if (except.has(node.nodeName)) continue;
    yield node;
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Elements whose content is not words of the page. */
export const DROPPED = names(
  'script style template noscript noembed noframes head title meta link base iframe frame object embed applet param audio video source track canvas map area datalist metadata desc defs xml',
);
export const SCRIPTS = names('script');
/** Elements that swallow what follows when nothing ends them: dropped ones, and those in which tags are letters. */
export const SWALLOWING = names(
  'script style template noscript noembed noframes head title iframe object applet audio video canvas map datalist metadata desc defs xml textarea xmp plaintext select',
);
export const EMBEDS = names('iframe frame object embed applet audio video');
/** Elements whose words a browser keeps for those that cannot do what the page wants. */
export const HIDDEN = names('noscript template noembed noframes canvas');

/** Elements that begin and end a block of words; every other element, known or not, runs on in the line. */
export const BLOCKS = names(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre search section select summary table caption colgroup tbody thead tfoot tr td th textarea ul xmp button',
);

/** Elements that no cell holding a few words has: a table with one of them lays out a page. */
export const MORE_THAN_WORDS = names(
  'table blockquote pre figure hr h1 h2 h3 h4 h5 h6 article section aside nav form',
);

export const VERBATIM = names('pre listing xmp plaintext');

const FORMATS: Readonly<Record<string, DraftFormats>> = {
  strong: { strong: true },
  b: { strong: true },
  em: { em: true },
  i: { em: true },
  cite: { em: true },
  dfn: { em: true },
  var: { em: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  sup: { sup: true },
  sub: { sub: true },
};

const STYLED: readonly (readonly [RegExp, DraftFormats])[] = [
  [/(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i, { strong: true }],
  [/(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)\b/i, { em: true }],
  [/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i, { strike: true }],
  [/(?:^|;)\s*vertical-align\s*:\s*super\b/i, { sup: true }],
  [/(?:^|;)\s*vertical-align\s*:\s*sub\b/i, { sub: true }],
];
const NOT_BOLD = /(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)\b/i;
const NOT_ITALIC = /(?:^|;)\s*font-style\s*:\s*normal\b/i;

/**
 * The formats inside an element: those around it, its own by name, and what its style says, which is how word
 * processors paste (Google Docs wraps everything in a `b` of normal weight and sets bold by style).
 */
export function formatsInside(around: DraftFormats, tag: string, style: string | undefined): DraftFormats {
  const own = Object.hasOwn(FORMATS, tag) ? FORMATS[tag] : undefined;
  if (!own && !style) return around;
  const { strong, em, ...others } = { ...around, ...own };
  const keptStrong = strong && !(style && NOT_BOLD.test(style)) ? { strong } : {};
  const keptEm = em && !(style && NOT_ITALIC.test(style)) ? { em } : {};
  const styled = style ? STYLED.filter(([pattern]) => pattern.test(style)).map(([, formats]) => formats) : [];
  return Object.assign({ ...others, ...keptStrong, ...keptEm }, ...styled);
}

/** The level of `h1` to `h6`, or 0. */
export function headingLevel(tag: string): number {
  return /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0;
}
