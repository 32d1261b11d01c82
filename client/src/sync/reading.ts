/**
 * Which of the server's answers (step 2) holds all that it had published at a given moment: the one to the first
 * question (step 1) sent after that moment, since a connection keeps the order of questions and answers.
 */
export class Reading {
  #asked = 0;
  #answered = 0;
  #waiting: { readonly answer: number; resolve(): void }[] = [];

  /** A new connection: its first question serves everybody who waits. */
  connected(): void {
    this.#asked = 0;
    this.#answered = 0;
    this.#waiting = this.#waiting.map(({ resolve }) => ({ answer: 1, resolve }));
  }

  asked(): void {
    this.#asked++;
  }

  answered(): void {
    this.#answered++;
    const due = this.#waiting.filter(({ answer }) => answer <= this.#answered);
    this.#waiting = this.#waiting.filter(({ answer }) => answer > this.#answered);
    for (const { resolve } of due) resolve();
  }

  /** Settles with the answer to the next question. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ answer: this.#asked + 1, resolve }));
  }
}
