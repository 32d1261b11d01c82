import type { Timed } from '../keystrokes.ts';

/**
 * Does the work at the beginning of a frame and waits until the frame is painted: what is posted then is heard after
 * it. So no time between two frames is counted, at whatever rate they come.
 */
export const toFrame: Timed = (work) =>
  new Promise((resolve, reject) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      const started = performance.now();
      port1.onmessage = () => resolve(performance.now() - started);
      try {
        work();
      } catch (error) {
        reject(error);
      }
      port2.postMessage(null);
    });
  });
