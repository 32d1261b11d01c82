import { comeAs, type Program, programOf } from './program.ts';
import type { RealServer } from './real-server.ts';

/** A mark in one line: who, which label, on which words of the text; the first place where they stand. */
export interface SpokenMark {
  readonly by: string;
  readonly label: string;
  readonly words: string;
}

/** An article that several people have marked, with marking over, so that their marks stand in groups. */
export interface GroupedArticle {
  readonly id: string;
  readonly people: ReadonlyMap<string, Program>;
  /** The ids of the marks, in the order in which they were given. */
  readonly marks: readonly string[];
  /** Sends a command as one of the people, or as the operator. */
  send(by: string | null, command: object): Promise<void>;
}

/** Imports plain text, lets people mark words of it by HTTP, and ends marking. */
export async function groupedArticle(
  server: RealServer,
  text: string,
  marks: readonly SpokenMark[],
): Promise<GroupedArticle> {
  const operator = programOf(server);
  const article = { title: text.slice(0, text.search(/\n|$/)).slice(0, 120), content: text, format: 'text' };
  const { id } = await operator.post<{ id: string }>('/api/articles', article);
  const path = `/api/articles/${id}`;
  const linear = await operator.get<{ text: string; sha256: string }>(`${path}/text`);
  const names = [...new Set(marks.map(({ by }) => by))];
  const people = new Map<string, Program>();
  for (const name of names) people.set(name, await comeAs(server, name, 'reviewer'));
  let sent = 0;
  const send = async (by: string | null, command: object) => {
    const program = by === null ? operator : people.get(by)!;
    sent++;
    await program.post(`${path}/commands`, { id: `command-grouped-${sent}`, ...command });
  };
  for (const [i, { by, label, words }] of marks.entries()) {
    const start = linear.text.indexOf(words);
    if (start < 0) throw new RangeError(`The article does not say “${words}”.`);
    const ranges = [{ start, end: start + words.length }];
    const annotation = { id: markId(i), label, ranges };
    await send(by, { type: 'annotation.create', annotation, text: { sha256: linear.sha256 } });
  }
  await send(null, { type: 'review.move', to: 'discussing' });
  return { id, people, marks: marks.map((_, i) => markId(i)), send };
}

const markId = (index: number): string => `mark-grouped-${String(index).padStart(4, '0')}`;
