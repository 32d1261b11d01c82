import { safeUrl, schema } from '@assay/shared/article';
import type { Mark, MarkType } from 'prosemirror-model';

/** What never carries words of an article. */
const SKIPPED = new Set(
  'script style template noscript head meta link title iframe object embed svg math canvas audio video input select button textarea'.split(
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

export function isBlockElement(element: HTMLElement): boolean {
  return BLOCKS.has(element.nodeName.toLowerCase());
}

function styled(type: MarkType, on: boolean, off: boolean, before: readonly Mark[]) {
  if (on) return type.create().addToSet(before);
  return off ? type.removeFromSet(before) : before;
}

/** The formats inside an inline element. Word processors say them by style, and wrap whole pages into `<b>`. */
export function marksOfElement(element: HTMLElement, before: readonly Mark[]): readonly Mark[] {
  const name = element.nodeName.toLowerCase();
  const { fontWeight, fontStyle, textDecorationLine, verticalAlign } = element.style;
  let set = before;
  const own = MARK_OF[name];
  if (own) set = own.create().addToSet(set);
  const isBold = /^(bold|bolder|[6-9]00)$/.test(fontWeight);
  set = styled(marks.strong, isBold, /^(normal|[1-4]00)$/.test(fontWeight), set);
  set = styled(marks.em, fontStyle === 'italic', fontStyle === 'normal', set);
  set = styled(marks.strike, textDecorationLine.includes('line-through'), false, set);
  set = styled(marks.sup, verticalAlign === 'super', false, set);
  set = styled(marks.sub, verticalAlign === 'sub', false, set);
  const href = name === 'a' ? safeUrl(element.getAttribute('href')) : null;
  return href ? marks.link.create({ href, title: element.getAttribute('title') }).addToSet(set) : set;
}
