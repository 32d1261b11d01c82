import type { Append, UpdateLog } from '../../../server/src/storage/index.ts';

/** The real log behind a gate: while it is shut, no append begins. `fail` lets the waiting ones fail instead. */
export class SlowDisk {
  #waiting: { pass: () => void; fail: (error: Error) => void }[] = [];
  #shut = false;
  #arrived: (() => void)[] = [];

  shut(): void {
    this.#shut = true;
  }

  open(): void {
    this.#shut = false;
    for (const { pass } of this.#waiting.splice(0)) pass();
  }

  fail(error: Error): void {
    this.#shut = false;
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }

  /** Resolves when an append waits. */
  async arrival(): Promise<void> {
    if (this.#waiting.length === 0) await new Promise<void>((resolve) => this.#arrived.push(resolve));
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  readonly between = (log: UpdateLog): UpdateLog => {
    const append = async (entry: Append) => {
      if (this.#shut) await this.#wait();
      return log.append(entry);
    };
    return new Proxy(log, {
      get(target, name) {
        if (name === 'append') return append;
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
  };

  #wait(): Promise<void> {
    return new Promise<void>((pass, fail) => {
      this.#waiting.push({ pass, fail });
      for (const resolve of this.#arrived.splice(0)) resolve();
    });
  }
}
