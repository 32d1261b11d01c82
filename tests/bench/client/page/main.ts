import { type Measurement, median } from '../../figures.ts';
import type { Editor, Size } from '../editor-subject.ts';
import { keystrokes, localKey, remoteKey } from '../keystrokes.ts';
import { SUBJECTS } from '../subjects.ts';
import { assayInPage } from './assay-in-page.ts';
import { toFrame } from './frames.ts';
import { scrollThrough } from './scroll.ts';

/** `shown` measures nothing: it leaves the editor in the page with all its marks drawn. */
export type PageCase = 'local-keystroke' | 'remote-keystroke' | 'open' | 'scroll' | 'shown';

/** Milliseconds that one repetition may take. */
const BUDGET = 2_000;

declare global {
  interface Window {
    gc?: () => void;
    bench: (name: PageCase, subject: string, size: Size) => Promise<Measurement>;
    /** The open editor, which the page holds as an application would. */
    editor?: Editor;
  }
}

window.bench = async (name, subject, size) => {
  const element = document.getElementById('article')!;
  const open = (subject === assayInPage.name ? assayInPage : SUBJECTS[subject]!).prepare(size);
  // What the preparation left behind is not the editor's to clear away.
  window.gc?.();
  const opened = await toFrame(() => {
    window.editor = open(element);
  });
  const editor = window.editor!;
  switch (name) {
    case 'open':
      return { 'to painted frame': { value: opened, unit: 'ms' } };
    case 'scroll':
      await allDrawn(editor, size);
      return scrollThrough();
    case 'shown':
      await allDrawn(editor, size);
      return {};
    default: {
      const press = name === 'local-keystroke' ? localKey : remoteKey;
      const times = await keystrokes(editor, press, toFrame, BUDGET);
      return { 'to painted frame': { value: median(times), unit: 'ms' } };
    }
  }
};

/** An editor may draw very many marks over several frames. */
async function allDrawn(editor: Editor, { marks }: Size): Promise<void> {
  const hasMarks = editor.resolveAll !== null;
  while (hasMarks && editor.drawn() < marks) await toFrame(() => {});
}
