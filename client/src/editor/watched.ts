import type { Readable } from '../store/index.ts';

/** A value computed from the view when somebody asks, and then kept until it is `outdated`. */
export class Watched<T> implements Readable<T> {
  private readonly listeners = new Set<() => void>();
  private kept: { readonly value: T } | null = null;

  constructor(private readonly compute: (before: T | undefined) => T) {}

  private before: T | undefined;

  get(): T {
    if (!this.kept) {
      this.kept = { value: this.compute(this.before) };
      this.before = this.kept.value;
    }
    return this.kept.value;
  }

  /** To be called whenever `compute` may come to another value. */
  outdated(): void {
    this.kept = null;
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
