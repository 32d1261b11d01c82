/**
 * How many of a connection's updates are dealt with, counted without holes: everything up to the number is on the disk,
 * or was dropped with a reason.
 */
export class SavedCount {
  #received = 0;
  /** The numbers of those on their way to the disk, ascending. They arrive there in that order. */
  readonly #underWay: number[] = [];
  #gap: number | null = null;
  #told = 0;

  /** A further update came; its number. */
  receive(): number {
    return ++this.#received;
  }

  start(number: number): void {
    this.#underWay.push(number);
  }

  /** The first of those under way is on the disk. */
  finish(): void {
    this.#underWay.shift();
  }

  /** The update could not be taken: nothing from it on counts, until the client has sent all that is missing. */
  openGap(number: number): void {
    this.#gap ??= number;
  }

  closeGap(): void {
    this.#gap = null;
  }

  get hasGap(): boolean {
    return this.#gap !== null;
  }

  /** The number to tell the client, when it is another than was told last; else null. */
  news(): number | null {
    const settled = (this.#underWay[0] ?? this.#received + 1) - 1;
    const count = this.#gap === null ? settled : Math.min(settled, this.#gap - 1);
    if (count === this.#told) return null;
    this.#told = count;
    return count;
  }
}
