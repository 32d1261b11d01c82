import { CloseCode, type RoomName } from '@assay/shared/protocol';
import type { Room } from '../room/index.ts';
import { Audience } from './audience.ts';
import type { Connection } from './connection.ts';

/** The connections to one article: an audience for each of its documents. */
export class Hall {
  readonly room: Room;
  readonly #audiences: Readonly<Record<RoomName, Audience>>;
  readonly #connections = new Set<Connection>();
  readonly #stopListening: () => void;

  constructor(room: Room) {
    this.room = room;
    this.#audiences = { text: new Audience(room.text.ids), review: new Audience(room.text.ids) };
    this.#stopListening = room.listen({
      published: (document, update, from) => this.#audiences[document].publish(update, from),
      lockChanged: () => {
        for (const connection of this.#connections) connection.rightsChanged();
      },
      failed: () => {
        for (const connection of this.#connections)
          connection.close(CloseCode.unavailable, 'The article is opened afresh. Please try again.');
      },
    });
  }

  get empty(): boolean {
    return this.#connections.size === 0;
  }

  audience(document: RoomName): Audience {
    return this.#audiences[document];
  }

  add(connection: Connection): void {
    this.#connections.add(connection);
  }

  remove(connection: Connection): void {
    this.#connections.delete(connection);
    this.#audiences[connection.document].remove(connection);
  }

  close(): void {
    this.#stopListening();
  }
}
