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
  readonly #audiences: Readonly<Record<RoomName, Audience>>;
  readonly #members = new Set<Member>();
  readonly #stopListening: () => void;

  constructor(room: Room) {
    this.room = room;
    this.#audiences = { text: new Audience(room.text.ids), review: new Audience(room.text.ids) };
    this.#stopListening = room.listen({
      published: (document, update, from) => this.#audiences[document].publish(update, from),
      lockChanged: () => {
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

  audience(document: RoomName): Audience {
    return this.#audiences[document];
  }

  add(member: Member): void {
    this.#members.add(member);
  }

  remove(member: Member): void {
    this.#members.delete(member);
    this.#audiences[member.document].remove(member);
  }

  close(): void {
    this.#stopListening();
  }
}
