import { createStore, type Readable } from '../../store/index.ts';

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

/** Also read by `public/theme.js`, which sets the theme before the first paint. */
const STORAGE_KEY = 'assay.theme';

const chosen = createStore<Theme>(readTheme());

export const theme: Readable<Theme> = chosen;

/** Changes the look of the page at once and remembers the choice on this device. */
export function chooseTheme(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  chosen.set(next);
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(STORAGE_KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
