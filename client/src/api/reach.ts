import { createStore, type Readable } from '../store/index.ts';

const answers = createStore(true);

/** Whether the server answered when it was last asked for anything. */
export const serverAnswers: Readable<boolean> = answers;

export function noteAnswer(came: boolean): void {
  answers.set(came);
}
