import { blockOf, type Content, contentOf, firstItem, inlineOf, schema } from '@assay/shared/article';
import type * as Y from 'yjs';

/** A run of units with consecutive clocks of one client, as one Yjs item holds it. */
export interface UnitRun {
  readonly client: number;
  readonly clock: number;
  /** How many units, deleted ones included. */
  readonly length: number;
  /** Linear offset of the first unit; of a deleted run, where it would stand. UTF-16 units. */
  readonly offset: number;
  /** The linear text of the run: as long as the run, or empty when the run has no width. */
  readonly text: string;
}

function inlineText(content: Content): string {
  if (content.kind === 'text') return content.text;
  if (content.kind !== 'embeds') return '';
  return content.embeds
    .map((embed) => (inlineOf(embed).type === schema.nodes.hard_break ? '\n' : '\ufffc'))
    .join('');
}

/** The linear text, growing item by item as the codec reads blocks. */
class LinearText {
  text = '';
  /** Whether a block is open that text can go into. */
  private open = false;
  private blocks: number;

  /** `blocks`: how many begin before what is read. */
  constructor(blocks = 0) {
    this.blocks = blocks;
  }

  /** Adds what an item shows and returns the text of its own units. */
  add(content: Content): string {
    if (content.kind === 'marker') return this.begin(blockOf(content.marker).type.isTextblock);
    const own = inlineText(content);
    // Text that no text block takes stands in a paragraph of its own, whose line break is no unit of the Y.Text.
    if (own !== '' && !this.open) this.begin(true);
    this.text += own;
    return own;
  }

  private begin(takesText: boolean): string {
    const lineBreak = this.blocks === 0 ? '' : '\n';
    this.blocks++;
    this.open = takesText;
    this.text += lineBreak;
    return lineBreak;
  }
}

/**
 * Visits every run of the article's text in order, deleted ones included, in one walk, and returns the linear text.
 * The marker of the first block has no width; every later marker is the "\n" between its block and the one before.
 */
export function walkRuns(ytext: Y.Text, visit: (run: UnitRun) => void): string {
  return walk(firstItem(ytext), new LinearText(), (run) => {
    visit(run);
    return false;
  });
}

/**
 * The same from the marker of a block to the run at which `visit` says stop; offsets and text begin with the block.
 * `isFirst`: no block stands before this one.
 */
export function walkRunsFrom(
  item: Y.Item | null,
  isFirst: boolean,
  visit: (run: UnitRun) => boolean,
): string {
  return walk(item, new LinearText(isFirst ? 0 : 1), visit);
}

function walk(first: Y.Item | null, linear: LinearText, stops: (run: UnitRun) => boolean): string {
  for (let item = first; item !== null; item = item.right) {
    const own = item.deleted || !item.countable ? '' : linear.add(contentOf(item));
    const offset = linear.text.length - own.length;
    if (stops({ client: item.id.client, clock: item.id.clock, length: item.length, offset, text: own }))
      break;
  }
  return linear.text;
}
