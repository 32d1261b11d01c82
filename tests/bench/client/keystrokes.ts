import type { Node } from 'prosemirror-model';
import type { Editor } from './editor-subject.ts';
import { type Key, keyAt } from './typing.ts';

/** Enough for a median; fewer, but at least this many, when they take longer than the time given. */
const KEYSTROKES = 200;
const LEAST = 5;

/** Does something and waits until it is finished: at once, or with the frame that shows it. Returns milliseconds. */
export type Timed = (work: () => void) => Promise<number>;

export const toState: Timed = async (work) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

export type Press = (editor: Editor, n: number, timed: Timed) => Promise<number>;

/** Somebody types here. */
export const localKey: Press = async (editor, n, timed) => {
  const { view } = editor;
  const { doc } = view.state;
  const position = positionOf(doc, keyAt(n, doc.childCount));
  const time = await timed(() => view.dispatch(view.state.tr.insertText('x', position)));
  if (view.state.doc.content.size !== doc.content.size + 1) throw new Error('The key was not taken.');
  return time;
};

/** Somebody else types: from their update in hand. */
export const remoteKey: Press = async (editor, n, timed) => {
  const { doc } = editor.view.state;
  const update = editor.remoteEdit!(keyAt(n, doc.childCount));
  const time = await timed(() => editor.receive(update));
  if (editor.view.state.doc.content.size !== doc.content.size + 1) throw new Error('The key did not arrive.');
  return time;
};

function positionOf(doc: Node, { paragraph, offset }: Key): number {
  let position = 1 + offset;
  for (let i = 0; i < paragraph; i++) position += doc.child(i).nodeSize;
  return position;
}

/** What single keystrokes take, in milliseconds, once the code is warm; in about `budget` milliseconds. */
export async function keystrokes(
  editor: Editor,
  press: Press,
  timed: Timed,
  budget: number,
): Promise<number[]> {
  const times: number[] = [];
  const started = performance.now();
  const spent = () => performance.now() - started;
  let n = 0;
  while (n < KEYSTROKES / 4 && (n < 2 || spent() < budget / 4)) await press(editor, n++, timed);
  while (times.length < KEYSTROKES && (times.length < LEAST || spent() < budget))
    times.push(await press(editor, n++, timed));
  return times;
}
