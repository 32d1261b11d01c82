import { type Measurement, median } from '../../figures.ts';
import type { Editor, Size } from '../editor-subject.ts';
import { keystrokes, localKey, remoteKey, type Timed } from '../keystrokes.ts';
import { SUBJECTS } from '../subjects.ts';
import { assayInPage } from './assay-in-page.ts';

export type PageCase = 'local-keystroke' | 'remote-keystroke' | 'open';

/** Milliseconds that one repetition may take. */
const BUDGET = 2_000;

declare global {
  interface Window {
    gc?: () => void;
    bench: (name: PageCase, subject: string, size: Size) => Promise<Measurement>;
  }
}

/**
 * Does the work at the beginning of a frame and waits until the frame is painted: what is posted then is heard after
 * it. So no time between two frames is counted, at whatever rate they come.
 */
const toFrame: Timed = (work) =>
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

window.bench = async (name, subject, size) => {
  const element = document.getElementById('article')!;
  const open = (subject === assayInPage.name ? assayInPage : SUBJECTS[subject]!).prepare(size);
  // What the preparation left behind is not the editor's to clear away.
  window.gc?.();
  let editor: Editor | undefined;
  const opened = await toFrame(() => {
    editor = open(element);
  });
  if (name === 'open') return { 'to painted frame': { value: opened, unit: 'ms' } };
  const press = name === 'local-keystroke' ? localKey : remoteKey;
  const times = await keystrokes(editor!, press, toFrame, BUDGET);
  return { 'to painted frame': { value: median(times), unit: 'ms' } };
};
