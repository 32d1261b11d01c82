import { describe, expect, it } from 'vitest';
import type { BlockBox } from '../../../client/src/editor/index.ts';
import { CardLines, type MeasuredText } from '../../../client/src/margin/card-lines.ts';
import { places } from './builders.ts';

/** A text of blocks of 100 positions and 150 pixels, in which every mark's line is 7 pixels below where one guesses. */
class PaperText implements MeasuredText {
  blockList: BlockBox[] = [];
  readonly asked: string[] = [];

  constructor(
    count: number,
    private readonly lines: Readonly<Record<string, number>>,
  ) {
    for (let i = 0; i < count; i++) this.blockList.push(box(i, i * 150));
  }

  blocks() {
    return this.blockList;
  }

  blockAt(pos: number) {
    return this.blockList.find(({ from, size }) => from <= pos && pos < from + size) ?? null;
  }

  lineOf(id: string) {
    this.asked.push(id);
    return this.lines[id] ?? null;
  }
}

function box(number: number, top: number): BlockBox {
  return {
    block: { number } as unknown as BlockBox['block'],
    from: number * 100,
    size: 100,
    top,
    height: 150,
  };
}

const placed = places('a:0-5 b:50-60 c:110-120 d:370-380');
const ids = ['a', 'b', 'c', 'd'];
const text = () => new PaperText(4, { a: 0, b: 67, c: 157, d: 560 });

function measured(paper: PaperText): CardLines {
  const lines = new CardLines(paper);
  lines.placeAll(ids, placed);
  lines.measure(0, 2, placed);
  return lines;
}

describe('the lines of cards', () => {
  it('[PG44] are guessed from their blocks, and nothing in a block is asked for', () => {
    const paper = text();
    const lines = new CardLines(paper);
    lines.placeAll(ids, placed);
    expect([...lines.lines]).toEqual([0, 60, 150, 540]);
    expect(paper.asked).toEqual([]);
  });

  it('[PG44] are measured near the view alone, and again only where a block has changed', () => {
    const paper = text();
    const lines = measured(paper);
    expect([...lines.lines]).toEqual([0, 67, 150, 540]);
    const before = lines.lines;
    lines.measure(0, 3, placed);
    expect(paper.asked).toEqual(['a', 'b', 'c']);
    lines.measure(0, 3, placed);
    expect(paper.asked).toEqual(['a', 'b', 'c']);
    expect([...before]).toEqual([0, 67, 150, 540]);
    paper.blockList[0] = box(0, 0);
    lines.measure(0, 3, placed);
    expect(paper.asked.slice(3)).toEqual(['a', 'b']);
  });

  it('[PG44] stay the same value when nothing has moved', () => {
    const lines = measured(text());
    const before = lines.lines;
    lines.measure(0, 2, placed);
    lines.placeAll(ids, placed);
    expect(lines.lines).toBe(before);
  });

  it('[PG44] below what is measured move by what the text has grown', () => {
    const paper = text();
    const lines = measured(paper);
    paper.blockList[0] = { ...paper.blockList[0]!, height: 180 };
    paper.blockList.forEach((one, i) => {
      if (i > 0) paper.blockList[i] = { ...one, top: one.top + 30 };
    });
    lines.measure(0, 2, placed, 30);
    expect([...lines.lines]).toEqual([0, 67, 180, 570]);
  });

  it('[PG44] never fall, wherever a measured one turns out to be', () => {
    const lines = new CardLines(new PaperText(4, { a: 0, b: 300 }));
    lines.placeAll(ids, placed);
    lines.measure(0, 2, placed);
    expect([...lines.lines]).toEqual([0, 300, 300, 540]);
  });
});
