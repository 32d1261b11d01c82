import { newId } from '@assay/shared/model';

/** Letters of which none is ever typed twice: plane 15 of Unicode. */
const FIRST_LETTER = 0xf0000;

export interface CommandDeed {
  readonly kind: 'mark' | 'comment';
  readonly by: number;
  readonly command: { readonly id: string; readonly type: string } & Record<string, unknown>;
  /** The id of what it makes. */
  readonly makes: string;
}

/** What the clients did, and what of it the server acknowledged to them: kept outside the server that is killed. */
export class Deeds {
  readonly #typed = new Set<string>();
  readonly #deleted = new Set<string>();
  readonly #commands = new Map<string, CommandDeed>();
  #waiting: (() => void)[] = [];
  readonly acknowledged = {
    typed: new Set<string>(),
    deleted: new Set<string>(),
    commands: new Set<string>(),
  };

  /** Resolves at the next acknowledged letter. */
  nextLetter(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  acknowledgeLetter(letter: string): void {
    this.acknowledged.typed.add(letter);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  newLetter(): string {
    const letter = String.fromCodePoint(FIRST_LETTER + this.#typed.size);
    this.#typed.add(letter);
    return letter;
  }

  remove(letter: string): void {
    this.#deleted.add(letter);
  }

  /** The label and the words, or the comment, of one client. */
  newCommand(
    by: number,
    kind: CommandDeed['kind'],
    body: (made: string) => Record<string, unknown>,
  ): CommandDeed {
    const makes = newId();
    const type = kind === 'mark' ? 'annotation.create' : 'comment.add';
    const deed = { kind, by, makes, command: { id: newId(), type, ...body(makes) } };
    this.#commands.set(deed.command.id, deed);
    return deed;
  }

  get commands(): ReadonlyMap<string, CommandDeed> {
    return this.#commands;
  }

  /** What is wrong with a text: letters that were acknowledged and are missing, or deleted and back, or doubled, or nobody's. */
  wrongIn(text: string): string[] {
    const counts = new Map<string, number>();
    for (const letter of text)
      if (letter.codePointAt(0)! >= FIRST_LETTER) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    const name = (letter: string) => `#${letter.codePointAt(0)! - FIRST_LETTER}`;
    return [
      ...[...this.acknowledged.typed]
        .filter((letter) => !counts.has(letter) && !this.#deleted.has(letter))
        .map((letter) => `lost ${name(letter)}`),
      ...[...this.acknowledged.deleted]
        .filter((letter) => counts.has(letter))
        .map((letter) => `back ${name(letter)}`),
      ...[...counts].filter(([, count]) => count > 1).map(([letter]) => `doubled ${name(letter)}`),
      ...[...counts.keys()]
        .filter((letter) => !this.#typed.has(letter))
        .map((letter) => `foreign ${name(letter)}`),
    ];
  }
}
