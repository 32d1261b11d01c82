import type { Person, Role } from '@assay/shared/model';
import { CloseCode, type Hello, type Reply, type RoomName, SCHEMA_VERSION } from '@assay/shared/protocol';
import type { Identity } from '../auth/index.ts';
import type { Reception } from '../room/index.ts';
import {
  awarenessFrame,
  deniedFrame,
  type Frame,
  finalUpdateFrame,
  helloFrame,
  replyFrame,
  savedFrame,
  stateVectorFrame,
  updateFrame,
} from './frames.ts';
import type { Hall, Member } from './hall.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import type { Outlet } from './outlet.ts';
import { SavedCount } from './saved-count.ts';

/** Answers to our state vector that still leave a gap, after which the client is told to begin anew. */
const MAX_GAP_ANSWERS = 3;
/** Updates that come while a gap is open. */
const MAX_GAP_UPDATES = 1_000;
/** Commands of one connection that wait for their reply. */
const MAX_COMMANDS = 1_000;

export interface ConnectionOptions {
  readonly identity: Identity;
  readonly role: Role;
  readonly document: RoomName;
  readonly hall: Hall;
  readonly outlet: Outlet;
  readonly epoch: string;
  /** The client asked for messages of type 100 and up. */
  readonly speaksAssay: boolean;
  readonly command: (input: unknown, role: Role) => Promise<Reply>;
}

/** One client at one document of one article. */
export class Connection implements Member {
  readonly identity: Identity;
  readonly document: RoomName;
  readonly hall: Hall;
  readonly #options: ConnectionOptions;
  readonly #saved = new SavedCount();
  #role: Role;
  #greeting = '';
  #gapAnswers = 0;
  #gapUpdates = 0;
  #commands = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.identity = options.identity;
    this.document = options.document;
    this.hall = options.hall;
    this.#role = options.role;
  }

  get person(): Person {
    return this.identity.person;
  }

  get role(): Role {
    return this.#role;
  }

  get wantsEcho(): boolean {
    return !this.#options.speaksAssay;
  }

  /** The first words: who you are here, what the server has of the text, who else is there. */
  open(): void {
    this.#greet();
    if (this.document === 'text') this.#askForMissing();
    this.#tellWhoIsHere();
  }

  changeRole(role: Role): void {
    this.#role = role;
    this.rightsChanged();
  }

  /** Tells the client its rights, if they are others than it was told. What was refused before may be welcome now. */
  rightsChanged(): void {
    if (this.#greet() && this.document === 'text' && this.#barred === null) this.#askForMissing();
  }

  /** One message. A message that cannot be read ends the connection. */
  receive(data: Uint8Array): void {
    if (!this.#options.outlet.open) return;
    try {
      this.#handle(readIncoming(data));
    } catch {
      this.close(CloseCode.malformed, 'The message could not be read.');
    }
  }

  deliver(frames: readonly Frame[]): void {
    const saved = this.#options.speaksAssay ? this.#saved.news() : null;
    const all = saved === null ? frames : [...frames, savedFrame(saved)];
    if (all.length > 0) this.#options.outlet.write(...all);
  }

  close(code: number, reason: string): void {
    this.#options.outlet.close(code, reason);
  }

  /** Whether there was anything to say. */
  #greet(): boolean {
    const hello: Hello = {
      protocol: 1,
      schema: SCHEMA_VERSION,
      epoch: this.#options.epoch,
      person: this.person,
      role: this.#role,
      mayEditText: this.#barred === null,
    };
    const greeting = JSON.stringify(hello);
    if (greeting === this.#greeting) return false;
    this.#greeting = greeting;
    if (this.#options.speaksAssay) this.#options.outlet.write(helloFrame(hello));
    return true;
  }

  get #audience() {
    return this.hall.audience(this);
  }

  get #barred(): string | null {
    return this.hall.room.barred({ person: this.person.id, role: this.#role });
  }

  #handle(incoming: Incoming): void {
    switch (incoming.kind) {
      case 'state-vector':
        this.#join(incoming.stateVector);
        return;
      case 'update':
        // A copy: the bytes are kept longer than the buffer that they came in.
        this.#update(incoming.update.slice(), incoming.answer);
        return;
      case 'awareness':
        this.#audience.announce(this.#audience.presence.update(incoming.update, this));
        return;
      case 'query-awareness':
        this.#tellWhoIsHere();
        return;
      case 'command':
        if (this.#options.speaksAssay) void this.#command(incoming.input);
        return;
      case 'unknown':
        return;
    }
  }

  /** The last of the updates says that the reader is in step; from then on it hears of every new one. */
  #join(stateVector: Uint8Array): void {
    this.hall.room.answer(this.document, this.person.id, stateVector, (updates) => {
      this.#options.outlet.write(...updates.slice(0, -1).map(updateFrame), finalUpdateFrame(updates.at(-1)!));
      this.#audience.add(this);
    });
  }

  #update(update: Uint8Array, answer: boolean): void {
    const number = this.#saved.receive();
    const author = { person: this.person, barred: this.#barred };
    this.#settle(number, answer, this.hall.room.receive(this.document, update, answer, author, this));
    this.#audience.remind(this);
  }

  #settle(number: number, answer: boolean, reception: Reception): void {
    if (reception.kind === 'gap') this.#gap(number, answer);
    else if (answer) this.#closeGap();
    if (reception.kind === 'taken') this.#await(number, reception.done);
    if (reception.kind === 'denied') this.#options.outlet.write(deniedFrame(reception.reason));
    if (reception.kind === 'refused')
      this.close(reception.tooLarge ? CloseCode.tooLarge : CloseCode.forbidden, reception.reason);
  }

  #await(number: number, done: Promise<void>): void {
    this.#saved.start(number);
    done.then(
      () => {
        this.#saved.finish();
        this.#audience.remind(this);
      },
      () => this.close(CloseCode.unavailable, 'This could not be saved. Please try again.'),
    );
  }

  /** The client is asked for all that is missing; it has a few tries. */
  #gap(number: number, answer: boolean): void {
    const asked = this.#saved.hasGap;
    this.#saved.openGap(number);
    if (answer) this.#gapAnswers++;
    else this.#gapUpdates++;
    if (this.#gapAnswers >= MAX_GAP_ANSWERS || this.#gapUpdates >= MAX_GAP_UPDATES)
      this.close(CloseCode.forbidden, 'Something that this builds on is missing. Please reload.');
    else if (!asked || answer) this.#askForMissing();
  }

  #closeGap(): void {
    this.#saved.closeGap();
    this.#gapAnswers = 0;
    this.#gapUpdates = 0;
  }

  #tellWhoIsHere(): void {
    const everybody = this.#audience.presence.everybody();
    if (everybody) this.#options.outlet.write(awarenessFrame(everybody));
  }

  #askForMissing(): void {
    this.#options.outlet.write(stateVectorFrame(this.hall.room.text.stateVector()));
  }

  async #command(input: unknown): Promise<void> {
    if (this.#commands >= MAX_COMMANDS)
      return this.close(CloseCode.unavailable, 'Too many commands at once. Please try again.');
    this.#commands++;
    try {
      this.#options.outlet.write(replyFrame(await this.#options.command(input, this.#role)));
    } catch {
      this.close(CloseCode.unavailable, 'This could not be saved. Please try again.');
    }
    this.#commands--;
  }
}
