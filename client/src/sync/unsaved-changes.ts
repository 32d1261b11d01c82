import { createStore, type Readable } from '../store/index.ts';

/**
 * Counts what the person changed and the server has not yet said to be on its disk.
 *
 * 1. A change is unsaved from the moment it is made until a frame that carries it is counted in a `saved` message.
 * 2. What a frame carries is known when it is sent: an update, all changes up to then, since updates go out in order;
 *    step 2 of the sync, everything.
 * 3. After the server has refused an update, later updates hang on what it did not take: they carry nothing, until a
 *    step 2 has carried everything again.
 * 4. A lost connection takes its frames with it; the step 2 of the next one carries their changes.
 */
export class UnsavedChanges {
  readonly #count = createStore(0);
  readonly count: Readable<number> = this.#count;
  #made = 0;
  #kept = 0;
  /** Of each frame sent on this connection and not yet counted as saved: how many changes are kept once it is. */
  #underWay: number[] = [];
  /** How many frames of this connection the server has counted. */
  #counted = 0;
  #refused = false;

  /** The person changed something here, or `changes` were left over from an earlier visit. */
  changed(changes = 1): void {
    this.#made += changes;
    this.#tell();
  }

  connected(): void {
    this.#underWay = [];
    this.#counted = 0;
    this.#refused = false;
  }

  sent(frame: 'step2' | 'update'): void {
    if (frame === 'step2') this.#refused = false;
    this.#underWay.push(this.#refused ? 0 : this.#made);
  }

  /** The server's count of this connection's frames that are on its disk, or were refused. */
  saved(frames: number): void {
    const done = this.#underWay.splice(0, Math.max(0, frames - this.#counted));
    this.#counted = Math.max(this.#counted, frames);
    this.#kept = Math.max(this.#kept, ...done);
    this.#tell();
  }

  /** The server refused an update: no frame under way is known to have been taken. */
  refused(): void {
    this.#refused = true;
    this.#underWay = this.#underWay.map(() => 0);
  }

  #tell(): void {
    this.#count.set(this.#made - this.#kept);
  }
}
