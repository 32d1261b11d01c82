import { createStore, type Readable } from '../../store/index.ts';

const STORAGE_KEY = 'assay.single-keys';

const allowed = createStore(readChoice());

/** Whether single letters act (WCAG 2.1.4: people who dictate must be able to switch them off). */
export const singleKeys: Readable<boolean> = allowed;

export function allowSingleKeys(allow: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, allow ? 'on' : 'off');
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  allowed.set(allow);
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}
