import { createStore } from '../../store/index.ts';

/** What was said last. `serial` makes saying the same twice two sayings. */
export const announcement = createStore<{ readonly text: string; readonly serial: number }>({
  text: '',
  serial: 0,
});

/** Has assistive technology say something when it next pauses. Shows nothing. */
export function announce(text: string): void {
  announcement.update((last) => ({ text, serial: last.serial + 1 }));
}
