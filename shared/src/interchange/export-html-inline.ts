import { safeUrl } from '@assay/shared/article';
import type { TextRange } from '@assay/shared/model';
import type { Mark, Node } from 'prosemirror-model';
import type { Stroke } from './export-html-layout.ts';
import { type Content, element, type Markup, markup } from './export-markup.ts';

/**
 * The content of a block that begins at an offset of the linear text. The text is cut wherever a stroke begins or
 * ends, so that strokes may nest and cross in any way; before the first word of each stands its number.
 */
export function inlineContent(block: Node, offset: number, strokes: readonly Stroke[]): Markup {
  const cuts = [...new Set(strokes.flatMap(({ from, range }) => [from, range.end]))].sort((a, b) => a - b);
  const parts: Markup[] = [];
  let at = offset;
  block.forEach((inline) => {
    const end = at + inline.nodeSize;
    for (const piece of pieces({ start: at, end }, cuts)) {
      const here = strokes.filter(({ range }) => range.start <= piece.start && piece.end <= range.end);
      const starting = here.filter(({ from }) => from === piece.start);
      parts.push(...starting.map(reference), drawn(here, leaf(inline, at, piece)));
    }
    at = end;
  });
  return markup(...parts);
}

/** The range in pieces that no cut divides. */
function pieces({ start, end }: TextRange, cuts: readonly number[]): TextRange[] {
  const inner = cuts.filter((cut) => start < cut && cut < end);
  const ends = [...inner, end];
  return ends.map((cut, i) => ({ start: i === 0 ? start : ends[i - 1]!, end: cut }));
}

function reference({ mark, range }: Stroke): Markup {
  const { number, label, standing } = mark;
  const again = range.start !== standing.ranges[0]!.start;
  return element(
    'a',
    {
      class: 'ref',
      href: `#note-${number}`,
      id: again ? null : `mark-${number}`,
      'data-hue': label.hue,
      'aria-label': `${label.name}, note ${number}${again ? ', continued' : ''}`,
    },
    `${label.letter}${number}`,
  );
}

/** Outermost is what begins first and ends last; that is the order in which strokes come. */
function drawn(strokes: readonly Stroke[], content: Markup): Markup {
  return strokes.reduceRight(
    (inner, { mark: { number, label, lane } }) =>
      element(
        'mark',
        {
          class: `lane-${lane}`,
          'data-note': number,
          'data-label': label.id,
          'data-hue': label.hue,
          'data-line': label.line,
        },
        inner,
      ),
    content,
  );
}

function leaf(inline: Node, offset: number, piece: TextRange): Markup {
  return formatted(inline.marks, leafContent(inline, offset, piece));
}

function leafContent(inline: Node, offset: number, piece: TextRange): Content {
  if (inline.isText) return inline.text!.slice(piece.start - offset, piece.end - offset);
  if (inline.type.name === 'hard_break') return element('br');
  return element('span', { class: 'unknown', role: 'img', 'aria-label': 'Something not shown' }, '\ufffc');
}

const TAGS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  strike: 's',
  sup: 'sup',
  sub: 'sub',
};

/** A format that this version does not know leaves its words as they are. */
function formatted(marks: readonly Mark[], content: Content): Markup {
  return marks.reduceRight((inner, mark) => {
    const href = mark.type.name === 'link' ? safeUrl(mark.attrs.href) : null;
    if (href !== null) return element('a', { href, rel: 'noopener noreferrer nofollow' }, inner);
    const tag = TAGS[mark.type.name];
    return tag ? element(tag, {}, inner) : inner;
  }, markup(content));
}
