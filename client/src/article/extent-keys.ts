import type { Unit } from '../editor/index.ts';

/** What a key does at an end of the mark in focus, once that end has the keyboard. */
export type ExtentDeed =
  | { readonly does: 'nudge'; readonly unit: Unit; readonly step: 1 | -1 }
  | { readonly does: 'keep' }
  | { readonly does: 'drop' };

export interface ExtentKey {
  readonly id: string;
  readonly title: string;
  /** As `chordOf` names them. */
  readonly keys: readonly string[];
  readonly deed: ExtentDeed;
}

const nudge = (unit: Unit, step: 1 | -1, keys: readonly string[]): ExtentKey => ({
  id: `end-${unit}-${step > 0 ? 'on' : 'back'}`,
  title: `Move the end ${step > 0 ? 'on' : 'back'} by a ${unit}`,
  keys,
  deed: { does: 'nudge', unit, step },
});

/** The keys of an end that was taken up; of no meaning anywhere else on the page. */
export const EXTENT_KEYS: readonly ExtentKey[] = [
  nudge('character', 1, ['ArrowRight']),
  nudge('character', -1, ['ArrowLeft']),
  nudge('word', 1, ['Mod-ArrowRight', 'Alt-ArrowRight']),
  nudge('word', -1, ['Mod-ArrowLeft', 'Alt-ArrowLeft']),
  nudge('sentence', 1, ['ArrowDown']),
  nudge('sentence', -1, ['ArrowUp']),
  { id: 'end-keep', title: 'Keep it so', keys: ['Enter'], deed: { does: 'keep' } },
  { id: 'end-drop', title: 'Leave the mark as it was', keys: ['Escape'], deed: { does: 'drop' } },
];

/** What a chord means at an end. Where lines run from right to left the arrows go the way they point. */
export function extentDeedOf(chord: string, rightToLeft: boolean): ExtentDeed | null {
  const deed = EXTENT_KEYS.find(({ keys }) => keys.includes(chord))?.deed ?? null;
  const turns = rightToLeft && deed?.does === 'nudge' && deed.unit !== 'sentence';
  return turns ? { ...deed, step: deed.step > 0 ? -1 : 1 } : deed;
}
