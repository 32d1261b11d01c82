import { describe } from '@assay/shared/anchoring';
import type { Reply } from '@assay/shared/protocol';
import * as Y from 'yjs';
import type { Somebody } from '../server/gateway/live-server.ts';
import { RawClient } from '../server/gateway/raw-client.ts';
import type { CommandDeed, Deeds } from './deeds.ts';

/** What is on its way in one sync message. */
interface Sent {
  readonly typed: readonly string[];
  readonly deleted: readonly string[];
}

/** Updates and commands that may be under way at once. */
const WINDOW = 6;

/**
 * Somebody who types, deletes, marks and comments at random for as long as the server lives, keeps what was not
 * acknowledged, and sends it again when the server is back: what a page has to do, in few lines.
 */
export class BusyClient {
  readonly #index: number;
  readonly #who: Somebody;
  readonly #deeds: Deeds;
  readonly #random: (below: number) => number;
  readonly #doc = new Y.Doc();
  readonly #openCommands = new Map<string, CommandDeed>();
  #openTyped = new Set<string>();
  #openDeleted = new Set<string>();

  constructor(index: number, who: Somebody, deeds: Deeds, random: (below: number) => number) {
    this.#index = index;
    this.#who = who;
    this.#deeds = deeds;
    this.#random = random;
  }

  /** One life of the server: resolves when it has died. */
  async work(url: string): Promise<void> {
    const client = new RawClient(url, { token: this.#who.token, doc: this.#doc });
    const sent: Sent[] = [];
    try {
      await client.join();
      await client.until('the server’s question', () => client.asked.length > 0);
      if (this.#mayType) this.#answer(client, sent);
      for (const deed of this.#openCommands.values()) void this.#command(client, deed);
      for (;;) {
        await client.until('room', () => {
          this.#acknowledge(client, sent);
          return sent.length - client.saved + this.#openCommands.size < WINDOW;
        });
        this.#act(client, sent);
      }
    } catch {
      // The server was killed. What it said before counts.
      this.#acknowledge(client, sent);
    }
  }

  get #mayType(): boolean {
    return this.#who.role !== 'reviewer';
  }

  #answer(client: RawClient, sent: Sent[]): void {
    sent.push({ typed: [...this.#openTyped], deleted: [...this.#openDeleted] });
    client.sendAnswer(Y.encodeStateAsUpdate(this.#doc, client.asked[0]!));
  }

  #act(client: RawClient, sent: Sent[]): void {
    const choice = this.#random(10);
    if (choice === 0) void this.#command(client, this.#mark(client.text));
    else if (choice === 1) void this.#command(client, this.#comment());
    else if (this.#mayType) this.#type(client, sent, choice === 2);
    else client.announce(this.#doc.clientID, this.#random(2 ** 30), { cursor: null });
  }

  #type(client: RawClient, sent: Sent[], deletes: boolean): void {
    const letters = [...client.text.toString()];
    const at = this.#random(letters.length - 1);
    const index = 1 + letters.slice(0, at).join('').length;
    const letter = letters[at]!;
    if (deletes) {
      this.#deeds.remove(letter);
      this.#openDeleted.add(letter);
      sent.push({ typed: [], deleted: [letter] });
      client.edit((text) => text.delete(index, letter.length));
    } else {
      const made = this.#deeds.newLetter();
      this.#openTyped.add(made);
      sent.push({ typed: [made], deleted: [] });
      client.edit((text) => text.insert(index, made));
    }
  }

  #mark(text: Y.Text): CommandDeed {
    const letters = [...text.toString()];
    const from = this.#random(letters.length - 4);
    const start = letters.slice(0, from).join('').length;
    const words = letters.slice(from, from + 3).join('');
    const { ranges } = describe(text, [{ start, end: start + words.length }]);
    const held = ranges.map(({ start, end }) => ({ start, end }));
    return this.#deeds.newCommand(this.#index, 'mark', (id) => ({
      annotation: { id, label: 'claim', ranges: held },
    }));
  }

  #comment(): CommandDeed {
    return this.#deeds.newCommand(this.#index, 'comment', (id) => ({
      comment: { id, body: `Comment ${id}` },
      thread: 'thread-on-the-article',
      subject: { on: 'article' },
    }));
  }

  /** A reply settles a command, be it done or refused; without one it is sent again. */
  async #command(client: RawClient, deed: CommandDeed): Promise<void> {
    this.#openCommands.set(deed.command.id, deed);
    const reply = await client.command(deed.command).catch((): Reply | null => null);
    if (!reply) return;
    this.#openCommands.delete(deed.command.id);
    if (reply.ok) this.#deeds.acknowledged.commands.add(deed.command.id);
  }

  #acknowledge(client: RawClient, sent: readonly Sent[]): void {
    for (const { typed, deleted } of sent.slice(0, client.saved)) {
      for (const letter of typed) if (this.#openTyped.delete(letter)) this.#deeds.acknowledgeLetter(letter);
      for (const letter of deleted)
        if (this.#openDeleted.delete(letter)) this.#deeds.acknowledged.deleted.add(letter);
    }
  }
}
