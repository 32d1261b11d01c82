import type { GuideLabel } from '../guide.ts';
import { attribute, choice, no, together, yes } from './build.ts';
import { COMMON } from './common.ts';
import { QUOTE } from './labels.ts';

const SETTLING = { about: 'settling' } as const;

export const QUOTE_GUIDE: GuideLabel = {
  ...QUOTE,
  definition:
    'Words, or what they say, that the article hands on as somebody else’s: a person, a body, a document or another outlet. They may be taken over letter by letter, partly so, told in the writer’s own words, or set as a whole passage. Two things must be there: a source that the text names, describes or lets you infer, and something which that source says, writes, thinks, denies or asks. Mark what was said, with its quotation marks and what stands inside them. Leave out the verb of saying, the speaker, the person spoken to, and any clause at the edge that may be the writer’s own. Words in quotation marks that nobody is behind, such as sneers, new terms, titles and mottos, are not quotes.',
  attributes: together(
    [
      choice('type', 'Type', 'How close is it to what was said?', [
        ['direct', 'Direct', 'All of it stands in quotation marks.'],
        ['mixed', 'Mixed', 'Part of it stands in quotation marks.'],
        ['indirect', 'Indirect', 'The writer retells it in a clause.'],
        ['block', 'Block', 'A whole passage is taken over, often without quotation marks.'],
      ]),
      attribute('speaker', 'Speaker', 'person', 'Who is made to say this? Write the name out in full.'),
      attribute('speakerRole', 'Role', 'text', 'As what does the source speak: office, profession, side?'),
      attribute(
        'speakerEntity',
        'Known as',
        'link',
        'Which page says who the speaker is, so that the same person is one everywhere?',
      ),
      attribute(
        'speakerRange',
        'Words for the speaker',
        'range',
        'Which words of the article are the speaker?',
      ),
      choice(
        'speakerMention',
        'How the speaker appears',
        'How does the article show whose words these are?',
        [
          ['named', 'Named'],
          ['pronoun', 'By a pronoun'],
          ['carried-over', 'Carried over', 'From a sentence before; here nobody is named.'],
          ['implied', 'Implied', 'The text never says it, yet leaves no doubt.'],
          ['anonymous', 'Anonymous', 'There is a source whose name is held back.'],
        ],
      ),
      attribute(
        'cue',
        'Cue',
        'text',
        'Which word introduces it, such as “said”, “admits” or “according to”?',
      ),
      attribute('cueRange', 'Words of the cue', 'range', 'Which words of the article are the cue?', {
        many: true,
      }),
      attribute(
        'via',
        'Via',
        'person',
        'Through whom did it reach the article? Nearest to the speaker first.',
        {
          many: true,
        },
      ),
      choice('polarity', 'Polarity', 'What does the speaker do with it?', [
        ['asserted', 'Asserted'],
        ['denied', 'Denied'],
        ['asked', 'Asked'],
        ['hypothetical', 'Hypothetical', 'Said for a case that has not come about.'],
      ]),
      choice('completeness', 'Completeness', 'Is it all here?', [
        ['full', 'Full'],
        ['fragment', 'Fragment', 'A few words out of a sentence.'],
        ['part', 'One part of several', 'What was said is told in pieces. Number them.'],
      ]),
      attribute('part', 'Part', 'number', 'Which part is this? Count from 1.'),
      attribute('parts', 'Of how many', 'number', 'How many parts does the article have of it?'),
      choice(
        'verification',
        'Verification',
        'How does it compare with what was really said?',
        [
          ['unchecked', 'Unchecked'],
          ['verbatim', 'Verbatim'],
          ['minor-edits', 'Minor edits', 'Tidied, with its meaning kept.'],
          ['altered', 'Altered', 'Its meaning is no longer the same.'],
          ['out-of-context', 'Out of context', 'The words are right and give a wrong impression.'],
          ['not-found', 'Not found'],
        ],
        SETTLING,
      ),
      attribute('original', 'Original', 'link', 'Where can one see or hear it said?', SETTLING),
      attribute('originalWords', 'Original wording', 'text', 'How does it read there?', SETTLING),
    ],
    COMMON,
  ),
  examples: [
    yes(
      '[“We open the sluice at dawn,”] said Ines Maduro, who runs the lock.',
      'Everything said stands in quotation marks, and its speaker follows. The comma inside the marks belongs to it; what follows does not.',
    ),
    yes(
      '[“The road is safe,”] the engineer told the hearing. [“What lies under it is not.”]',
      'One utterance, broken by its speaker: one mark in two pieces, not two marks.',
    ),
    yes(
      'The coach complained that [her side had been “robbed in broad daylight” by the referee].',
      'Partly in her words. Mark the whole of what she complained about, from after “that”.',
    ),
    yes(
      'According to the ombudsman’s report, [the ward ran for a month without a pharmacist].',
      'Told in the writer’s words, with a document as its source.',
    ),
    yes(
      'The embassy has denied that [any of its staff attended the dinner].',
      'What is denied is content too: a quote with the polarity “Denied”, and a claim as well.',
    ),
    yes(
      'She had heard it from the coastguard: [the pilot, they said, had switched the radio off himself].',
      'A chain. The coastguard is the speaker, she stands under “Via”. If her own words are marked as well, one quote lies inside the other.',
    ),
    yes(
      'Two officials who asked not to be named said [the grant had already been spent].',
      'A source can be described without a name: how the speaker appears is “Anonymous”.',
    ),
    yes(
      'Tan shook her head. [“Nobody rang us.”]',
      'No verb of saying, yet it is plain who speaks. The speaker is carried over from the sentence before.',
    ),
    no(
      'The committee’s [“independent”] adviser turned out to be its treasurer’s brother.',
      'The marks are a sneer of the writer. Nobody is quoted. A quote of one word would name or imply who used it.',
    ),
    no('The crew had been reading [“The Tides of Lund”] aloud.', 'A title.'),
    no(
      'It is the sort of result [that the usual voices are quick to call a landslide].',
      'Nobody in particular is made to say anything: a quote of no one. If it says how something is, it may be a claim.',
    ),
    no(
      'Police said the hall had been cleared by nine, [but the street was quiet all evening].',
      'The tail may well be the reporter’s own observation. Leave it out of the quote, and set the confidence to “Unsure” if you hesitate.',
    ),
    no(
      'Residents asked [that] the pump be moved.',
      'Where “that” or a quotation mark falls makes no difference to what was said. Begin after “that”, and do not argue over it.',
    ),
  ],
};
