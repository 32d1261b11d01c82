import type { Action } from '../ui/index.ts';

/** The actions without the keys that the open agenda takes for itself. */
export function withoutKeys(list: readonly Action[], taken: ReadonlySet<string>): readonly Action[] {
  return list.map((action) =>
    action.keys?.some((key) => taken.has(key))
      ? { ...action, keys: action.keys.filter((key) => !taken.has(key)) }
      : action,
  );
}
