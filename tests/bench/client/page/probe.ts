/** Runs in a page before all its own scripts, and notes when something of the article is first seen. */

/** What one waits for on an article's page: milliseconds from the navigation to the end of the frame that shows it. */
export interface FirstSeen {
  readonly text: Promise<number>;
  readonly mark: Promise<number>;
  readonly card: Promise<number>;
}

declare global {
  interface Window {
    firstSeen: FirstSeen;
    /** When the next letter in the first paragraph was painted, in milliseconds since the epoch. Call it before. */
    letterPainted: () => Promise<number>;
  }
}

const TEXT = '.ProseMirror > :first-child';

/** Resolves after the frame in which this holds at last, with what `now` says then. */
function painted(holds: () => boolean, now: () => number): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

const seen = (selector: string) =>
  painted(
    () => Boolean(document.querySelector(selector)?.textContent),
    () => performance.now(),
  );

window.firstSeen = { text: seen(TEXT), mark: seen('.ProseMirror mark'), card: seen('[data-card]') };

window.letterPainted = () => {
  const length = () => document.querySelector(TEXT)!.textContent!.length;
  const before = length();
  return painted(() => length() > before, Date.now);
};
