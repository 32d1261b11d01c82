import { Plugin } from 'prosemirror-state';
import type { Store } from '../store/index.ts';

/** How long an input method may be left alone, in ms, before it keeps nothing off the screen any more. */
const LEFT_ALONE = 10_000;
/** After the end of a composition, in ms: ProseMirror has read what was decided, and lets the browser's node go. */
const READ = 30;

/**
 * Tells whether an input method is at work: from its first letter until what it decided has been written. Whatever
 * redraws the text it works in meanwhile makes the browser decide for it, and what was composed so far stands twice.
 */
export function composingPlugin(composing: Store<boolean>): Plugin {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const endsIn = (time: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => composing.set(false), time);
    return false;
  };
  const begins = () => {
    composing.set(true);
    return endsIn(LEFT_ALONE);
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: begins,
        compositionupdate: begins,
        compositionend: () => endsIn(READ),
      },
    },
    view: () => ({
      destroy() {
        clearTimeout(timer);
        composing.set(false);
      },
    }),
  });
}
