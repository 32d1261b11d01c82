import * as Y from 'yjs';

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

/** Stands in the linear text for an inline embed that is not a line break. */
const EMBED = '\ufffc';

function embedText(embed: unknown): string {
  const isBreak = typeof embed === 'object' && embed !== null && Reflect.get(embed, 't') === 'hard_break';
  return isBreak ? '\n' : EMBED;
}

function isMarker(content: Y.Item['content']): content is Y.ContentType {
  return content instanceof Y.ContentType && content.type instanceof Y.Map;
}

function visibleText(item: Y.Item): string {
  const { content } = item;
  if (content instanceof Y.ContentString) return content.str;
  if (isMarker(content)) return '\n';
  if (content instanceof Y.ContentEmbed) return embedText(content.embed);
  return EMBED.repeat(item.length);
}

/**
 * Visits every run of the article's text in order, deleted ones included, in one walk, and returns the linear text.
 * The marker of the first block has no width; every later marker is the "\n" between its block and the one before.
 */
export function walkRuns(ytext: Y.Text, visit: (run: UnitRun) => void): string {
  let text = '';
  let first = true;
  for (let item = ytext._start; item !== null; item = item.right) {
    const shown = !item.deleted && item.countable;
    const own = shown && !(first && isMarker(item.content)) ? visibleText(item) : '';
    if (shown) first = false;
    visit({
      client: item.id.client,
      clock: item.id.clock,
      length: item.length,
      offset: text.length,
      text: own,
    });
    text += own;
  }
  return text;
}
