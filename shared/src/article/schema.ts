import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { blockDom, blockRules, inlineDom, inlineRules, markDom, markRules } from './dom.ts';
import { isJson, isJsonObject } from './json.ts';
import { safeUrl } from './url.ts';

/** The deepest nesting that a block can stand at. */
export const MAX_QUOTE = 3;
export const MAX_INDENT = 8;
/** The highest number of a table's row or column, counted from 0. */
export const MAX_CELL = 9999;

function required(name: string, holds: (value: unknown) => boolean): AttributeSpec {
  return {
    validate(value: unknown) {
      if (!holds(value)) throw new RangeError(`The attribute ${name} cannot be ${JSON.stringify(value)}.`);
    },
  };
}

function attribute(name: string, initial: unknown, holds: (value: unknown) => boolean): AttributeSpec {
  return { default: initial, ...required(name, holds) };
}

const within = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
const optional = (holds: (value: unknown) => boolean) => (value: unknown) => value === null || holds(value);
const isString = (value: unknown) => typeof value === 'string';

/** Every block can be quoted and indented, and carries what a newer version has written on it (`x`). */
const blockAttributes = {
  quote: attribute('quote', 0, within(0, MAX_QUOTE)),
  indent: attribute('indent', 0, within(0, MAX_INDENT)),
  x: attribute('x', null, optional(isJsonObject)),
};

function textBlock(name: string, extra: NodeSpec = {}): NodeSpec {
  const { attrs, ...rest } = extra;
  return {
    content: 'inline*',
    marks: '_',
    group: 'block',
    attrs: { ...blockAttributes, ...attrs },
    toDOM: blockDom,
    parseDOM: blockRules(name),
    ...rest,
  };
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: textBlock('paragraph'),
  heading: textBlock('heading', { attrs: { level: attribute('level', 1, within(1, 4)) }, defining: true }),
  list_item: textBlock('list_item', {
    attrs: { kind: attribute('kind', 'bullet', (value) => value === 'bullet' || value === 'ordered') },
    defining: true,
  }),
  code_block: textBlock('code_block', { code: true, defining: true }),
  figure: textBlock('figure', {
    attrs: {
      src: attribute(
        'src',
        null,
        optional((value) => isString(value) && safeUrl(value, 'figure') !== null),
      ),
      alt: attribute('alt', '', isString),
    },
    defining: true,
  }),
  cell: textBlock('cell', {
    attrs: {
      table: attribute('table', '', isString),
      row: attribute('row', 0, within(0, MAX_CELL)),
      col: attribute('col', 0, within(0, MAX_CELL)),
      header: attribute('header', false, (value) => typeof value === 'boolean'),
    },
  }),
  unknown_block: textBlock('unknown_block', { defining: true }),
  horizontal_rule: {
    group: 'block',
    attrs: blockAttributes,
    toDOM: blockDom,
    parseDOM: blockRules('horizontal_rule'),
  },
  text: { group: 'inline' },
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    toDOM: inlineDom,
    parseDOM: inlineRules('hard_break'),
    leafText: () => '\n',
  },
  unknown_inline: {
    group: 'inline',
    inline: true,
    attrs: { embed: attribute('embed', null, isJson) },
    toDOM: inlineDom,
    parseDOM: inlineRules('unknown_inline'),
    leafText: () => '\ufffc',
  },
} satisfies Record<string, NodeSpec>;

function plainMark(name: string): MarkSpec {
  return { toDOM: markDom, parseDOM: markRules(name) };
}

const marks = {
  link: {
    attrs: {
      href: required('href', (value) => isString(value) && safeUrl(value) !== null),
      title: attribute('title', null, optional(isString)),
    },
    inclusive: false,
    ...plainMark('link'),
  },
  strong: plainMark('strong'),
  em: plainMark('em'),
  code: plainMark('code'),
  strike: plainMark('strike'),
  sup: plainMark('sup'),
  sub: plainMark('sub'),
  unknown: {
    attrs: { formats: attribute('formats', null, optional(isJsonObject)) },
    ...plainMark('unknown'),
  },
} satisfies Record<string, MarkSpec>;

/**
 * The article as ProseMirror sees it: a flat row of blocks, so that every Y.Text of markers and text is a valid
 * document. Lists and quotes are attributes of blocks (`indent`, `kind`, `quote`), drawn as nested by the page. All
 * text blocks take all inline content and all marks. `figure`'s text is its caption. Neighbouring `cell`s of
 * one `table` are drawn as its grid; `row` and `col` count from 0. `unknown_block`,
 * `unknown_inline`, the mark `unknown` and the attribute `x` stand for what a newer version has written.
 */
export const schema = new Schema({ nodes, marks });

export type BlockName = Exclude<keyof typeof nodes, 'doc' | 'text' | 'hard_break' | 'unknown_inline'>;
export type MarkName = keyof typeof marks;
