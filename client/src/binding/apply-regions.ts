import { type Block, positionOfIndex } from '@assay/shared/article';
import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import {
  AddMarkStep,
  AttrStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Transform,
} from 'prosemirror-transform';
import type { BlockTable } from './block-table.ts';
import { childrenOf, implicitOf, rowOf } from './blocks.ts';
import type { Hunk, Region } from './region.ts';

/**
 * Brings a document from the blocks known before to those that the regions have read, by the smallest steps: text
 * goes in and out exactly where it did in the Y.Text, splits and joins are splits and joins, formats and types change
 * in place. What cannot be told that way is replaced, as little of it as differs. Returns whether any step moves
 * positions otherwise than the Y.Text did.
 */
export function applyRegions(tr: Transform, blocks: BlockTable, regions: readonly Region[]): boolean {
  let inexact = false;
  // Backwards, so that the numbers of the blocks before stay true.
  for (const region of regions.toReversed()) inexact = applyRegion(tr, blocks, region) || inexact;
  return inexact;
}

function applyRegion(tr: Transform, blocks: BlockTable, region: Region): boolean {
  const next = region.blocks.map((block) => block.node);
  const others = tr.doc.childCount - region.count;
  const current = () => childrenOf(tr.doc, region.first, region.first + tr.doc.childCount - others);
  if (sameNodes(current(), next)) return false;
  const old = blocks.slice(region.first, region.first + region.count);
  // Nothing before it has changed yet.
  const start = blocks.startOf(region.first);
  if (replayHunks(tr, start, old, region)) {
    fitBlocks(tr, start, current(), next);
    if (sameNodes(current(), next)) return false;
  }
  replaceDifference(tr, start, current(), next);
  return true;
}

function sameNodes(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((node, i) => node === b[i] || node.eq(b[i]!));
}

/** One step a hunk; false when a hunk is no replacement that keeps what is around it. */
function replayHunks(tr: Transform, start: number, old: readonly Block[], region: Region): boolean {
  const before = rowOf(old.map((block) => block.node));
  const after = rowOf(region.blocks.map((block) => block.node));
  const [implicitBefore, implicitAfter] = [implicitOf(old), implicitOf(region.blocks)];
  return region.hunks.toReversed().every((hunk: Hunk) => {
    const from = positionOfIndex(before, hunk.old, implicitBefore);
    const to = positionOfIndex(before, hunk.oldEnd, implicitBefore);
    const newFrom = positionOfIndex(after, hunk.next, implicitAfter);
    const newTo = positionOfIndex(after, hunk.nextEnd, implicitAfter);
    const slice = after.slice(newFrom, newTo);
    return !tr.maybeStep(new ReplaceStep(start + from, start + to, slice)).failed;
  });
}

/** Gives blocks with the right text their type, attributes and formats, in place. */
function fitBlocks(tr: Transform, start: number, current: readonly Node[], next: readonly Node[]): void {
  if (current.length !== next.length) return;
  let position = start;
  for (const [i, node] of current.entries()) {
    const wanted = next[i]!;
    if (node.content.size === wanted.content.size) {
      if (!node.sameMarkup(wanted)) retype(tr, position, node, wanted);
      if (!node.content.eq(wanted.content)) reformat(tr, position + 1, node, wanted);
    }
    position += node.nodeSize;
  }
}

function retype(tr: Transform, position: number, node: Node, wanted: Node): void {
  if (node.type === wanted.type) {
    for (const [name, value] of Object.entries(wanted.attrs)) {
      if (!Object.is(node.attrs[name], value)) tr.step(new AttrStep(position, name, value));
    }
  } else if (node.isTextblock && wanted.isTextblock) {
    const end = position + node.nodeSize;
    const shell = new Slice(Fragment.from(wanted.copy()), 0, 0);
    tr.step(new ReplaceAroundStep(position, end, position + 1, end - 1, shell, 1, true));
  }
}

/** The units of a block with their marks, one entry for each stretch of equal marks. */
interface Stretch {
  readonly end: number;
  readonly marks: readonly Mark[];
}

function stretches(block: Node): Stretch[] {
  const found: Stretch[] = [];
  block.forEach((node, offset) => {
    found.push({ end: offset + node.nodeSize, marks: node.marks });
  });
  return found;
}

/** Adds and removes marks where two blocks with the same text differ. */
function reformat(tr: Transform, start: number, node: Node, wanted: Node): void {
  const [old, next] = [stretches(node), stretches(wanted)];
  const changes = new MarkChanges();
  for (let at = 0, i = 0, j = 0; i < old.length && j < next.length; ) {
    const [a, b] = [old[i]!, next[j]!];
    const end = Math.min(a.end, b.end);
    for (const mark of a.marks)
      if (!mark.isInSet(b.marks)) changes.note('remove', mark, start + at, start + end);
    for (const mark of b.marks)
      if (!mark.isInSet(a.marks)) changes.note('add', mark, start + at, start + end);
    at = end;
    if (a.end === end) i++;
    if (b.end === end) j++;
  }
  changes.apply(tr);
}

/** Gathers changes of marks, one for each unbroken stretch. */
class MarkChanges {
  readonly #open: { kind: 'add' | 'remove'; mark: Mark; from: number; to: number }[] = [];

  note(kind: 'add' | 'remove', mark: Mark, from: number, to: number): void {
    const last = this.#open.findLast(
      (change) => change.kind === kind && change.mark.eq(mark) && change.to === from,
    );
    if (last) last.to = to;
    else this.#open.push({ kind, mark, from, to });
  }

  apply(tr: Transform): void {
    // Removals first: a link that got another address is the same type of mark, and adding takes the old one off.
    for (const { kind, mark, from, to } of this.#open)
      if (kind === 'remove') tr.step(new RemoveMarkStep(from, to, mark));
    for (const { kind, mark, from, to } of this.#open)
      if (kind === 'add') tr.step(new AddMarkStep(from, to, mark));
  }
}

/** Replaces what differs between two rows of blocks: whole blocks where they do, otherwise inside them. */
export function replaceDifference(
  tr: Transform,
  start: number,
  current: readonly Node[],
  next: readonly Node[],
): void {
  const [before, after] = [rowOf(current), rowOf(next)];
  const from = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (from === null || end === null) return;
  const rest = tr.doc.content.size - start - before.content.size;
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  const slice = after.slice(from, end.b + overlap);
  const step = new ReplaceStep(start + from, start + end.a + overlap, slice);
  const endNow = () => tr.doc.content.size - rest;
  if (!tr.maybeStep(step).failed && tr.doc.slice(start, endNow()).content.eq(after.content)) return;
  // A smaller replacement does not fit together.
  tr.step(new ReplaceStep(start, endNow(), new Slice(after.content, 0, 0)));
}

/** Where a token stands after the hunks of all regions, which are not taken over yet. Association as in a relative position. */
export function mapIndex(
  blocks: BlockTable,
  regions: readonly Region[],
  index: number,
  assoc: 0 | -1,
): number {
  let moved = index;
  for (const region of regions) {
    const start = blocks.indexOfPosition(blocks.startOf(region.first));
    for (const hunk of region.hunks) {
      const [old, oldEnd] = [start + hunk.old, start + hunk.oldEnd];
      const grows = hunk.nextEnd - hunk.next - (oldEnd - old);
      if (oldEnd < index || (oldEnd === index && (old < oldEnd || assoc === 0))) moved += grows;
      else if (old < index) moved -= index - old;
    }
  }
  return moved;
}
