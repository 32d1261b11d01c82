import { isSealed, type PersonId } from '@assay/shared/model';
import { CloseCode, type RoomName } from '@assay/shared/protocol';
import type { Room } from '../room/index.ts';
import { Audience, type Reader } from './audience.ts';

/** A connection as its hall knows it. */
export interface Member extends Reader {
  readonly document: RoomName;
  /** Says what it may do now, if that is another than before. */
  rightsChanged(): void;
  close(code: number, reason: string): void;
}

/** The connections to one article: an audience for each of its documents. */
export class Hall {
  readonly room: Room;
  readonly #text: Audience;
  readonly #review: Audience;
  /** Of what one person alone sees: an audience for each who is here. */
  readonly #private = new Map<PersonId, Audience>();
  readonly #members = new Set<Member>();
  readonly #stopListening: () => void;

  constructor(room: Room) {
    this.room = room;
    this.#text = this.#newAudience();
    this.#review = this.#newAudience();
    this.#stopListening = room.listen({
      edited: (update, from) => this.#text.publish(update, from),
      published: (update, reader) =>
        (reader === null ? this.#review : this.#private.get(reader))?.publish(update, null),
      rightsChanged: () => {
        for (const member of this.#members) member.rightsChanged();
      },
      failed: () => {
        for (const member of this.#members)
          member.close(CloseCode.unavailable, 'The article is opened afresh. Please try again.');
      },
    });
  }

  get empty(): boolean {
    return this.#members.size === 0;
  }

  audience({ document, person }: Pick<Member, 'document' | 'person'>): Audience {
    if (document === 'text') return this.#text;
    if (document === 'review') return this.#review;
    const own = this.#private.get(person.id) ?? this.#newAudience();
    this.#private.set(person.id, own);
    return own;
  }

  add(member: Member): void {
    this.#members.add(member);
  }

  remove(member: Member): void {
    this.#members.delete(member);
    this.audience(member).remove(member);
  }

  close(): void {
    this.#stopListening();
  }

  /** While marks are secret nobody sees where others are. */
  #newAudience(): Audience {
    return new Audience(this.room.text.ids, () => isSealed(this.room.state.workflow));
  }
}
