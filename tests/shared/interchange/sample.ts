import type { TextRange } from '@assay/shared/model';
import { Desk } from './exported.ts';

/** 25 marks on any text of some length: nested, crossing, coinciding, over several paragraphs, in two pieces; with talk. */
export function reviewed(content: string, title: string): Desk {
  const desk = Desk.of(content, 'text', title);
  const { text } = desk;
  const people = ['Ada Lovelace', 'Grace Hopper', 'Ida Wells'];
  const word = (near: number) => {
    const start = text.indexOf(' ', near) + 1;
    return start;
  };
  const stretch = (from: number, length: number): TextRange => ({
    start: word(from),
    end: word(from + length) - 1,
  });
  const step = Math.floor(text.length / 9);
  for (let i = 0; i < 8; i++) {
    const at = 40 + i * step;
    const by = (n: number) => people[(i + n) % 3]!;
    desk.mark('quote', [stretch(at, 260)], by(0), i % 2 ? {} : { speaker: 'The Observatory', type: 'mixed' });
    desk.mark(i % 3 === 2 ? 'speculation' : 'claim', [stretch(at + 40, 120)], by(1));
    desk.mark(i % 2 ? 'claim' : 'speculation', [stretch(at + 110, 200)], by(2), { confidence: 'unsure' });
  }
  const split = desk.mark('quote', [stretch(60, 30), stretch(step + 400, 60)], people[0]);
  const first = 'mark-0001';
  const opening = desk.comment(
    first,
    people[1]!,
    'Who says this? The text names nobody before the third paragraph.',
  );
  desk.comment(
    first,
    people[0]!,
    'The agency does, I think.\nThe same words stand in their wire of the day before.',
  );
  const gone = desk.comment(first, people[2]!, 'Nonsense');
  desk.comment(first, people[2]!, 'Agreed, and the wire is dated: let us link it.');
  desk.change(gone, { body: '', deleted: { by: desk.person(people[2]!), at: desk.now() } });
  desk.change(opening, {
    edited: desk.now(),
    reactions: { '👍': [desk.person(people[0]!), desk.person(people[2]!)] },
  });
  desk.resolve(first, people[0]!);
  desk.comment('mark-0005', people[0]!, 'Is this still speculation when the speaker was there?');
  desk.comment(split, people[2]!, 'One quote in two pieces: the cue stands between them.');
  desk.passage(
    text.slice(word(2 * step), word(2 * step + 70) - 1),
    people[1]!,
    'Check the spelling of the name.',
  );
  desk.comment('thread-article', people[2]!, 'The headline promises more than the text keeps.', {
    on: 'article',
  });
  return desk;
}
