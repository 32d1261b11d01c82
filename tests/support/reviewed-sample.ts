import { readFileSync } from 'node:fs';
import { comeAs, type Program, programOf } from './program.ts';
import type { RealServer } from './real-server.ts';

const SAMPLE = new URL('../../client/src/library/sample-article.md', import.meta.url);
const TITLE = 'Merrowby’s sea gate stayed open on the night of the flood. Nobody agrees why';

const REVIEWERS = { jonas: 'Jonas Feldkamp', amira: 'Amira Saleh', ines: 'Inês Duarte' } as const;
type Reviewer = keyof typeof REVIEWERS;

type Label = 'claim' | 'quote' | 'speculation';
type Remark = readonly [by: Reviewer, body: string];

interface Mark {
  readonly label: Label;
  readonly by: Reviewer;
  readonly words: string;
  readonly said: readonly Remark[];
}

const mark = (label: Label, by: Reviewer, words: string, ...said: Remark[]): Mark => ({
  label,
  by,
  words,
  said,
});

/** What three reviewers made of the sample article. Marks nest, cross, and coincide. */
const MARKS: readonly Mark[] = [
  mark('claim', 'jonas', 'was forecast two days ahead'),
  mark('claim', 'amira', 'cost 61 million and was four years old'),
  mark(
    'claim',
    'jonas',
    'the water stood 38 centimetres deep in the reading room of Merrowby’s town library',
  ),
  mark('claim', 'ines', 'the fire service had counted 214 flooded houses', [
    'ines',
    'The fire service’s own tally of the 10th says 241. Turned digits?',
  ]),
  mark('claim', 'amira', 'stood wide apart'),
  mark('quote', 'jonas', '“We gave the order to close at 22:40,”'),
  mark(
    'quote',
    'amira',
    '“The panel said the gate was closing. It said so for three and a half hours.”',
    ['jonas', 'The printed log shows 22:41 to 01:52. That is three hours and eleven minutes.'],
    ['amira', 'It is her sentence, so it stays as she said it. We can add what the log says after it.'],
    ['ines', 'Then the figure needs a mark of its own: as a claim it does not hold.'],
    ['jonas', 'Done, marked inside the quote. I have asked the harbour office for the log.'],
  ),
  mark('claim', 'jonas', 'for three and a half hours'),
  mark(
    'claim',
    'ines',
    'She has since handed the printed log to the district prosecutor',
    ['amira', 'Do we have this from the prosecutor as well?'],
    ['ines', 'From her alone so far. I will call them on Monday.'],
  ),
  mark('quote', 'amira', '“performed within its specification at all times”'),
  mark(
    'claim',
    'jonas',
    'the harbour office had been told twice this year to replace a sensor at the foot of the northern leaf',
    ['jonas', 'The company and the harbour office contradict each other. Both letters, please.'],
  ),
  mark('claim', 'amira', 'The harbour office denies that it was told even once'),
  mark('claim', 'ines', 'The gate has two leaves of 92 tonnes each'),
  mark(
    'claim',
    'jonas',
    'the northern sensor reported “closed” from 22:41 onwards, although divers found the leaf fully open',
  ),
  mark('quote', 'amira', '“closed”'),
  mark('claim', 'ines', 'A new sensor of the same type costs 340', [
    'jonas',
    '340 what? No currency anywhere.',
  ]),
  mark('claim', 'jonas', 'The power supply was never interrupted'),
  mark('quote', 'amira', '“cannot be said at present”'),
  mark('claim', 'ines', 'by five votes to four, to save 190,000 a year'),
  mark(
    'speculation',
    'amira',
    'a watchman would have made no difference',
    ['amira', 'Nobody can know this. For me it is speculation, whoever says it.'],
    ['jonas', 'He says it as a fact and gives his reason in the next sentence. So I marked a claim.'],
    ['ines', 'It goes beyond what he is shown to know: he was not there that night.'],
    ['jonas', 'Fair. Let us take it to the session on Thursday, the whole paragraph hangs on it.'],
  ),
  mark('claim', 'jonas', 'a watchman would have made no difference'),
  mark(
    'quote',
    'ines',
    '“You cannot see the leaf from the control room, in the dark, in the rain. I asked the engineer myself, and he told me: ‘Without the sensor we are blind, day and night.’”',
  ),
  mark('quote', 'jonas', '‘Without the sensor we are blind, day and night.’', [
    'jonas',
    'A quote in a quote: the engineer remembers it differently, see below.',
  ]),
  mark('claim', 'amira', 'The engineer, Teo Vasbinder, remembers the conversation, but not like that.'),
  mark('quote', 'ines', '“the only sensor that never rusts”'),
  mark('claim', 'jonas', 'No minutes of the meeting were kept'),
  mark('speculation', 'ines', 'believes that he heard the motors start and stop again within a minute'),
  mark('speculation', 'jonas', 'reportedly saw a light moving on the northern pier'),
  mark(
    'speculation',
    'amira',
    'would probably cover the repair of the gate, but hardly the living rooms of Tannery Lane',
  ),
  mark('speculation', 'ines', 'the bill could land with the town', [
    'ines',
    'Says who? The sentence has no source.',
  ]),
  mark(
    'speculation',
    'jonas',
    'will do everything to put the blame on the builder before the election in March',
  ),
];

/** An article that three people have reviewed. */
export interface ReviewedArticle {
  readonly id: string;
  /** The id of the first mark on these words. */
  markOn(words: string): string;
  readonly marks: number;
  /** The programs by which the three act. */
  readonly people: Readonly<Record<Reviewer, Program>>;
}

/** Imports the sample article and lets three people mark and discuss it, by HTTP. */
export async function reviewedSample(server: RealServer): Promise<ReviewedArticle> {
  const content = readFileSync(SAMPLE, 'utf8');
  const operator = programOf(server);
  const { id } = await operator.post<{ id: string }>('/api/articles', {
    title: TITLE,
    content,
    format: 'markdown',
  });
  const { text, sha256 } = await operator.get<{ text: string; sha256: string }>(`/api/articles/${id}/text`);
  const [jonas, amira, ines] = await Promise.all(
    Object.values(REVIEWERS).map((name) => comeAs(server, name, 'reviewer')),
  );
  const people = { jonas: jonas!, amira: amira!, ines: ines! };
  for (const [i, one] of MARKS.entries()) {
    const start = text.indexOf(one.words);
    if (start < 0) throw new RangeError(`The sample article does not say “${one.words}”.`);
    const annotation = markId(i);
    const ranges = [{ start, end: start + one.words.length }];
    await people[one.by].post(`/api/articles/${id}/commands`, {
      id: `command-mark-${i}`,
      type: 'annotation.create',
      annotation: { id: annotation, label: one.label, ranges },
      text: { sha256 },
    });
    for (const [j, [by, body]] of one.said.entries()) {
      await people[by].post(`/api/articles/${id}/commands`, {
        id: `command-say-${i}-${j}`,
        type: 'comment.add',
        comment: { id: `comment-${i}-${j}-sample`, body },
        thread: annotation,
        ...(j === 0 && { subject: { on: 'annotation', annotation } }),
      });
    }
  }
  return {
    id,
    people,
    marks: MARKS.length,
    markOn(words) {
      const index = MARKS.findIndex((one) => one.words.includes(words));
      if (index < 0) throw new RangeError(`Nobody has marked “${words}”.`);
      return markId(index);
    },
  };
}

const markId = (index: number): string => `mark-sample-${String(index).padStart(4, '0')}`;
