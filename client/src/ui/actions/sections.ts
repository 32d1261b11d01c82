import type { Action } from './action.ts';

/** Actions under their headings, both in the order in which they were offered first. */
export function bySection(actions: readonly Action[]): readonly (readonly [string, readonly Action[]])[] {
  const sections = new Map<string, Action[]>();
  for (const action of actions) {
    const list = sections.get(action.section);
    if (list) list.push(action);
    else sections.set(action.section, [action]);
  }
  return [...sections];
}
