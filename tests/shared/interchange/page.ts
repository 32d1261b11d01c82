import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it. */
export function readPage(html: string): Element {
  const document = parse(html);
  const root = document.childNodes.find((node) => node.nodeName === 'html');
  return root as Element;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The element and all within it, in document order. */
export function all(element: Element, is: (one: Element) => boolean = () => true): Element[] {
  const within = element.childNodes.filter(isElement).flatMap((child) => all(child, is));
  return is(element) ? [element, ...within] : within;
}

export const named = (tag: string) => (element: Element) => element.tagName === tag;
export const classed = (name: string) => (element: Element) =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

/** The text within; line breaks as line breaks, the numbers of notes left out. */
export function words(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (node.nodeName === 'br') return '\n';
  if (!isElement(node) || classed('ref')(node)) return '';
  return node.childNodes.map(words).join('');
}

/** The words that are drawn as those of each note: number to pieces, cut where the page cuts them. */
export function markedWords(page: Element): ReadonlyMap<number, string> {
  const marked = new Map<number, string>();
  for (const element of all(page, named('mark'))) {
    const note = Number(attribute(element, 'data-note'));
    if (note) marked.set(note, (marked.get(note) ?? '') + words(element));
  }
  return marked;
}

/** Tags of the blocks in the article, nested: `p blockquote(p ul(li(p) li(p)))`. */
export function outline(element: Element): string {
  const shown = [
    'p',
    'h2',
    'h3',
    'h4',
    'h5',
    'pre',
    'figure',
    'hr',
    'blockquote',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'th',
    'td',
  ];
  return element.childNodes
    .filter(isElement)
    .filter((child) => !classed('notes')(child))
    .map((child) => {
      const within = outline(child);
      if (!shown.includes(child.tagName)) return within;
      const containers = ['blockquote', 'ul', 'ol', 'li', 'table', 'tr'];
      return containers.includes(child.tagName) ? `${child.tagName}(${within})` : child.tagName;
    })
    .filter(Boolean)
    .join(' ');
}
