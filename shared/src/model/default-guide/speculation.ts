import type { GuideLabel } from '../guide.ts';
import { attribute, choice, no, together, yes } from './build.ts';
import { COMMON } from './common.ts';
import { SPECULATION } from './labels.ts';

export const SPECULATION_GUIDE: GuideLabel = {
  ...SPECULATION,
  definition:
    'Words that reach further than the one who holds them is shown to know. Either a cue gives it away, such as “may”, “is thought to”, “probably”, “expects” or “if … would”, and presents the thing as possible, likely, rumoured or supposed. Or there is no cue, and the future, or what other people secretly intend, is stated flatly with nothing to back it. Mark the clause that is in doubt, say who holds it and name the cue if there is one. “May” that permits or concedes a point, “can” for what is generally possible, dates in a timetable and announced plans are not speculation by themselves.',
  attributes: together(
    [
      choice('holder', 'Held by', 'Who goes beyond what is known?', [
        ['article', 'The article'],
        ['speaker', 'Somebody it quotes'],
        ['unnamed', 'Nobody named', 'Rumour, “observers”, “it is thought”.'],
      ]),
      attribute('holderName', 'Holder', 'person', 'If it is somebody the article quotes, who?'),
      attribute('cue', 'Cue', 'text', 'Which word shows the doubt? Leave it empty if there is none.'),
      attribute(
        'cueRange',
        'Words of the cue',
        'range',
        'Which words are the cue? They may lie outside the mark.',
        {
          many: true,
        },
      ),
      choice('cueType', 'Kind of cue', 'What makes it speculation?', [
        ['epistemic', 'Possible or likely', '“May”, “perhaps”, “probably”.'],
        ['evidential', 'Hearsay', '“Reportedly”, “is said to have”.'],
        ['doxastic', 'Belief', '“Thinks”, “fears”, “suspects”.'],
        ['conditional', 'Condition', '“If … would”, “unless”.'],
        ['prediction', 'Prediction', 'The future, stated flatly or as expected.'],
        ['asserted-motive', 'Asserted motive', 'What others secretly want, stated flatly.'],
        ['rhetorical-question', 'Rhetorical question', 'It asks in order to suggest.'],
      ]),
      choice('strength', 'Strength', 'How sure do the words sound?', [
        ['possible', 'Possible'],
        ['probable', 'Probable'],
        ['certain', 'Stated as certain'],
      ]),
      choice('basis', 'Basis', 'What does the holder offer for it?', [
        ['none', 'Nothing'],
        ['reason', 'A reason'],
        ['expert', 'An expert'],
        ['data', 'Data'],
        ['hearsay', 'Hearsay'],
      ]),
      attribute('checkableFrom', 'Checkable from', 'date', 'From which day, month or year can one know?'),
    ],
    COMMON,
  ),
  examples: [
    yes(
      '[The dam may not survive another wet spring].',
      '“May” puts it forward as possible. The article holds it; nobody else is named.',
    ),
    yes(
      '[The tender, plainly, is only a way of getting the mayor’s cousin his contract].',
      'A hidden motive stated flatly, with nothing to show for it: asserted motive. Mark a claim as well only if a fact is in it that could be checked.',
    ),
    yes(
      '[By autumn, half of these shops will be shuttered].',
      'The future, stated as certain, and nobody has announced it. Prediction; note from when it can be checked. It may be a claim too.',
    ),
    yes(
      '[The drivers have reportedly been paid in cash].',
      'Hearsay: somebody is behind it whom the article does not show. By the rule of this guide mark it, with the basis “Hearsay”; a team may decide otherwise, and then changes this example.',
    ),
    yes(
      'Kowalczyk fears that [the archive was never insured].',
      'Her belief, not her knowledge. She is the holder; the words are also a quote.',
    ),
    yes(
      'If the strike goes on, [the smelter would lose its licence].',
      'It holds only for a case that has not come about. Mark what would follow.',
    ),
    yes(
      'Could it be that [somebody wanted those minutes lost]?',
      'A question that suggests and does not ask: rhetorical question. Where it takes a fact for granted, that fact is a claim besides.',
    ),
    no('[Members may bring one guest] to the annual dinner.', '“May” gives leave here; nothing is in doubt.'),
    no(
      '[We may vote for different parties], but we drink from the same well.',
      'The writer grants a point in order to go on; nothing is being guessed.',
    ),
    no('[Wet leaves can make the platform slippery].', 'What is generally so, not a guess about a case.'),
    no(
      '[The court will sit again on the third of March].',
      'A date that has been set. It is a claim, which a calendar can settle.',
    ),
    no(
      '[The port would receive two more cranes as early as next week], the ministry said.',
      'A plan that somebody announced: a claim and a quote. “Would” is only the tense of reporting. It becomes speculation when the article or a source doubts or guesses.',
    ),
  ],
};
