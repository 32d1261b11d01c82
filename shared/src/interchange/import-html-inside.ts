import { listDepthOf, listKindOf, type OfficeMeaning } from '@assay/shared/article';
import type { Context } from './import-html-context.ts';
import { attribute, type HtmlElement, wordsIn } from './import-html-elements.ts';

export function insideList(element: HtmlElement, here: Context): Context {
  const kind = element.tagName === 'ol' ? 'ordered' : 'bullet';
  const depth = here.list ? here.list.indent + 1 : 0;
  return { ...here, list: { kind, indent: listDepthOf(attribute(element, 'class') ?? '') ?? depth } };
}

/** A paragraph that a word processor says is a heading or a list item. */
export function insideParagraph(element: HtmlElement, meaning: OfficeMeaning, here: Context): Context {
  if (meaning.kind === 'heading')
    return { ...here, level: meaning.level, edge: here.edge === 'block' ? 'space' : here.edge };
  if (meaning.kind !== 'item') return here;
  return { ...here, item: { list: listKindOf(markerIn(element)), indent: meaning.indent, used: false } };
}

export function insideItem(here: Context): Context {
  const { kind, indent } = here.list ?? { kind: 'bullet', indent: 0 };
  return { ...here, item: { list: kind, indent, used: false } };
}

export function withoutCode({ formats: { code: _, ...others } }: Context): Context['formats'] {
  return others;
}

/** The marker that Word has printed in front of a list item. */
function markerIn(item: HtmlElement): string {
  const open: HtmlElement['childNodes'] = [item];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    if (/mso-list\s*:\s*ignore/i.test(attribute(node, 'style') ?? '')) return wordsIn(node);
    open.push(...node.childNodes.toReversed());
  }
  return '';
}
