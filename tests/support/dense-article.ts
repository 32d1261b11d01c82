import { comeAs, type Program, programOf } from './program.ts';
import type { RealServer } from './real-server.ts';

const REVIEWERS = [
  'Jonas Feldkamp',
  'Amira Saleh',
  'Inês Duarte',
  'Mateusz Wiśniewski',
  'Chioma Okafor-Lindqvist',
  'Yu Tanaka',
];
const LABELS = ['claim', 'claim', 'claim', 'quote', 'speculation'];
const REMARKS = [
  'Who says so? The sentence has no source.',
  'Both letters, please, before this goes out.',
  'It is her sentence, so it stays as she said it. We can add what the log says after it.',
  'Fair. Let us take it to the session on Thursday, the whole paragraph hangs on it.',
];

/** Numbers from 0 to below 1, the same ones for a seed every time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** An article that six people have marked all over. */
export interface DenseArticle {
  readonly id: string;
  /** In the order of making. */
  readonly marks: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

export interface DenseOptions {
  readonly text: string;
  readonly marks: number;
  /** Every so many marks one has a thread. 8 when left out. */
  readonly threadEvery?: number;
  /** The comments of each thread; one to three in turn when left out. */
  readonly comments?: number;
  /** The most words that a mark covers; 24 when left out. */
  readonly longest?: number;
}

/** Imports plain text and lets six people mark stretches of words all over it and discuss some, by HTTP. */
export async function denseArticle(server: RealServer, options: DenseOptions): Promise<DenseArticle> {
  const { threadEvery = 8, comments, longest = 24 } = options;
  const operator = programOf(server);
  const { id } = await operator.post<{ id: string }>('/api/articles', {
    title: options.text.slice(0, options.text.search(/\n|$/)).slice(0, 120),
    content: options.text,
    format: 'text',
  });
  const path = `/api/articles/${id}`;
  const { text, sha256 } = await operator.get<{ text: string; sha256: string }>(`${path}/text`);
  const people = await Promise.all(REVIEWERS.map((name) => comeAs(server, name, 'reviewer')));
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const marks = Array.from({ length: options.marks }, (_, i) => {
    const first = Math.floor(random() * words.length);
    const last = Math.min(words.length - 1, first + Math.floor(random() ** 2 * longest));
    return {
      id: `mark-dense-${String(i).padStart(5, '0')}`,
      start: words[first]!.start,
      end: words[last]!.end,
    };
  });
  const jobs = marks.map(({ id: annotation, start, end }, i) => {
    const [by, other, label] = [pick(people), pick(people), pick(LABELS)];
    const length = i % threadEvery === 0 ? (comments ?? 1 + (i % 3)) : 0;
    const said = Array.from({ length }, () => pick(REMARKS));
    return () => markAndSay(path, { by, other, label, annotation, ranges: [{ start, end }], sha256, said });
  });
  await inTurns(jobs, 12);
  return { id, marks };
}

interface Job {
  readonly by: Program;
  readonly other: Program;
  readonly label: string;
  readonly annotation: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly sha256: string;
  readonly said: readonly string[];
}

async function markAndSay(path: string, job: Job): Promise<void> {
  const { annotation, label, ranges, sha256 } = job;
  await job.by.post(`${path}/commands`, {
    id: `command-${annotation}`,
    type: 'annotation.create',
    annotation: { id: annotation, label, ranges },
    text: { sha256 },
  });
  for (const [i, body] of job.said.entries())
    await (i % 2 === 0 ? job.other : job.by).post(`${path}/commands`, {
      id: `command-say-${i}-${annotation}`,
      type: 'comment.add',
      comment: { id: `comment-${i}-${annotation}`, body },
      thread: annotation,
      ...(i === 0 && { subject: { on: 'annotation', annotation } }),
    });
}

/** Does all jobs, in order, so many at a time. */
async function inTurns(jobs: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < jobs.length) await jobs[next++]!();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
