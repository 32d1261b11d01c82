import type { PersonId } from '@assay/shared/model';

/**
 * Whose the Yjs client ids of a document are. The first edit binds one for ever (the log keeps that); an announcement
 * by awareness claims one for as long as its connection lasts, so that nobody can bind what another has shown.
 */
export class ClientIds {
  readonly #bound: Map<number, PersonId>;
  readonly #claimed = new Map<number, { readonly person: PersonId; readonly by: object }>();

  constructor(bound: ReadonlyMap<number, PersonId>) {
    this.#bound = new Map(bound);
  }

  mayUse(client: number, person: PersonId): boolean {
    const owner = this.#bound.get(client) ?? this.#claimed.get(client)?.person;
    return owner === undefined || owner === person;
  }

  isBound(client: number): boolean {
    return this.#bound.has(client);
  }

  bind(client: number, person: PersonId): void {
    this.#bound.set(client, person);
  }

  /** False when it is another person's. Of one person the last connection to claim it has it. */
  claim(client: number, person: PersonId, by: object): boolean {
    if (!this.mayUse(client, person)) return false;
    const claimed = this.#claimed.get(client);
    if (claimed && claimed.person !== person) return false;
    this.#claimed.set(client, { person, by });
    return true;
  }

  release(client: number, by: object): void {
    if (this.#claimed.get(client)?.by === by) this.#claimed.delete(client);
  }
}
