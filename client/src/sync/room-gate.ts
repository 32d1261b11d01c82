import { createStore, type Readable } from '../store/index.ts';
import { kindOfFrame } from './frames.ts';
import type { FrameGuard } from './guarded-socket.ts';
import type { UnsavedChanges } from './unsaved-changes.ts';

/**
 * What may leave the page on one room's socket.
 *
 * 1. Until the server has said who this is and what they may do (`hello`), only the question what it holds (step 1).
 * 2. Nothing but sync before the server's own step 1 is answered: an update sent earlier may hang on one that the
 *    server does not have yet. What is dropped meanwhile is in that answer.
 * 3. Who may not edit sends no document update at all, not even the tidying that Yjs does by itself.
 */
export class RoomGate implements FrameGuard {
  readonly #open = createStore(false);
  /** Whether everything else (presence, commands) may be sent now. */
  readonly open: Readable<boolean> = this.#open;
  readonly #unsaved: UnsavedChanges;
  readonly #asked: () => void;
  #mayWrite = false;
  #answered = false;

  /** `asked` is told of each question what the server holds. */
  constructor(unsaved: UnsavedChanges, asked: () => void) {
    this.#unsaved = unsaved;
    this.#asked = asked;
  }

  get mayWrite(): boolean {
    return this.#mayWrite;
  }

  /** A new connection: nothing is known of it. */
  close(): void {
    this.#mayWrite = false;
    this.#answered = false;
    this.#open.set(false);
    this.#unsaved.connected();
  }

  /** The server's word on this connection's right to write. */
  allow(mayWrite: boolean): void {
    this.#mayWrite = mayWrite;
    this.#answered &&= mayWrite;
    this.#open.set(!mayWrite || this.#answered);
  }

  admits(frame: Uint8Array): boolean {
    switch (kindOfFrame(frame)) {
      case 'step1':
        return true;
      case 'step2':
        return this.#mayWrite;
      case 'update':
        return this.#answered;
      case 'awareness':
      case 'other':
        return this.#open.get();
    }
  }

  sent(frame: Uint8Array): void {
    const kind = kindOfFrame(frame);
    if (kind === 'step1') this.#asked();
    if (kind !== 'step2' && kind !== 'update') return;
    this.#unsaved.sent(kind);
    this.#answered = true;
    this.#open.set(true);
  }
}
