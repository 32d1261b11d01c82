import { type Measurement, median, type Trial } from '../figures.ts';
import type { Editor, EditorSubject, Size } from './editor-subject.ts';
import { groupTrials } from './groups.ts';
import { keystrokes, localKey, type Press, remoteKey, toState } from './keystrokes.ts';
import { pageTrials } from './page-trials.ts';
import { SUBJECTS } from './subjects.ts';

/** Growth with the text, and growth with the marks on one text. */
export const SIZES: readonly Size[] = [
  ...[1_000, 10_000, 100_000].map((words) => ({ words, marks: 0 })),
  ...[0, 1_000, 10_000].map((marks) => ({ words: 20_000, marks })),
];

/** The same text young, and with a long history. */
const AGED: readonly Size[] = [0, 200_000].map((operations) => ({ words: 20_000, marks: 1_000, operations }));

/** Milliseconds that one repetition of a slow subject may take. */
const BUDGET = 1_500;

type Run = (subject: EditorSubject, size: Size) => Promise<Measurement>;

function opened(subject: EditorSubject, size: Size): Editor {
  const editor = subject.prepare(size)(null);
  const hasMarks = editor.resolveAll !== null;
  if (hasMarks && editor.drawn() < size.marks)
    throw new Error(`${subject.name} shows ${editor.drawn()} marks.`);
  return editor;
}

function typing(press: Press): Run {
  return async (subject, size) => {
    const editor = opened(subject, size);
    const times = await keystrokes(editor, press, toState, BUDGET);
    editor.destroy();
    return { 'to editor state': { value: median(times), unit: 'ms' } };
  };
}

const opening: Run = async (subject, size) => {
  const open = subject.prepare(size);
  open(null).destroy();
  const value = await toState(() => open(null).destroy());
  return { 'document to editor state': { value, unit: 'ms' } };
};

const resolving: Run = async (subject, size) => {
  const editor = opened(subject, size);
  let found = editor.resolveAll!();
  const value = await toState(() => {
    found = editor.resolveAll!();
  });
  if (found !== size.marks) throw new Error(`${subject.name} found ${found} of ${size.marks} marks.`);
  editor.destroy();
  return { 'stored to positions': { value, unit: 'ms' } };
};

function trials(name: string, subjects: readonly string[], sizes: readonly Size[], run: Run): Trial[] {
  return sizes.flatMap((size) =>
    subjects.map((subject) => ({
      suite: 'client',
      case: name,
      subject,
      parameters: { ...size },
      run: () => run(SUBJECTS[subject]!, size),
    })),
  );
}

/** What an editor costs beside its peers: up to its state in this process, and up to the painted frame in Chromium. */
export async function clientTrials(): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  const shared = ['y-prosemirror', 'assay'];
  const marked = SIZES.filter(({ marks }) => marks > 0);
  const page = await pageTrials();
  return {
    trials: [
      ...trials('remote-keystroke', shared, SIZES, typing(remoteKey)),
      ...trials('local-keystroke', Object.keys(SUBJECTS), SIZES, typing(localKey)),
      ...trials('remote-keystroke', shared, AGED, typing(remoteKey)),
      ...trials('local-keystroke', shared, AGED, typing(localKey)),
      ...trials('open', shared, SIZES, opening),
      ...trials('resolve-all', shared, marked, resolving),
      ...groupTrials,
      ...page.trials,
    ],
    close: page.close,
  };
}
