import { performance } from 'node:perf_hooks';
import { type Measurement, median, type Trial } from '../figures.ts';
import { assayBinding, bareProsemirror, type Editor, type EditorSubject, yProsemirror } from './subjects.ts';

const WORDS = [1_000, 10_000, 100_000];
const KEYSTROKES = 200;
const WARM_UP = 50;

/** Which paragraph the n-th keystroke falls into: spread over the document, the same for every subject. */
function paragraphAt(n: number, editor: Editor): number {
  return (n * 7919) % editor.view.state.doc.childCount;
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** From the update in hand to the new editor state. */
function remoteKeystroke(editor: Editor, n: number): number {
  const update = editor.remoteEdit!(paragraphAt(n, editor));
  const before = editor.view.state.doc.content.size;
  const time = timed(() => editor.receive(update));
  if (editor.view.state.doc.content.size !== before + 1) throw new Error('The keystroke did not arrive.');
  return time;
}

/** From the key to the new editor state, with the shared document written. */
function localKeystroke(editor: Editor, n: number): number {
  const { doc } = editor.view.state;
  let position = 6;
  for (let i = paragraphAt(n, editor); i > 0; i--) position += doc.child(i - 1).nodeSize;
  return timed(() => editor.view.dispatch(editor.view.state.tr.insertText('x', position)));
}

function keystrokes(
  subject: EditorSubject,
  words: number,
  press: (editor: Editor, n: number) => number,
): Measurement {
  const editor = subject.prepare(words)();
  for (let n = 0; n < WARM_UP; n++) press(editor, n);
  const times = Array.from({ length: KEYSTROKES }, (_, n) => press(editor, n + WARM_UP));
  editor.destroy();
  return { 'to editor state': { value: median(times), unit: 'ms' } };
}

function opening(subject: EditorSubject, words: number): Measurement {
  const open = subject.prepare(words);
  open().destroy();
  return { 'document to editor state': { value: timed(() => open().destroy()), unit: 'ms' } };
}

type Run = (subject: EditorSubject, words: number) => Measurement;

function trials(name: string, subjects: readonly EditorSubject[], run: Run): Trial[] {
  return WORDS.flatMap((words) =>
    subjects.map((subject) => ({
      suite: 'client',
      case: name,
      subject: subject.name,
      parameters: { words, marks: 0 },
      run: async () => run(subject, words),
    })),
  );
}

/** What an editor costs beside its peers, without a screen. */
export async function clientTrials(): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  return {
    trials: [
      ...trials('remote-keystroke', [yProsemirror, assayBinding], (subject, words) =>
        keystrokes(subject, words, remoteKeystroke),
      ),
      ...trials('local-keystroke', [bareProsemirror, yProsemirror, assayBinding], (subject, words) =>
        keystrokes(subject, words, localKeystroke),
      ),
      ...trials('open', [yProsemirror, assayBinding], opening),
    ],
    close: async () => {},
  };
}
