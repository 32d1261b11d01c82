import type { GuideLabel } from '../guide.ts';
import { attribute, choice, no, together, yes } from './build.ts';
import { COMMON } from './common.ts';
import { CLAIM } from './labels.ts';

const SETTLING = { about: 'settling' } as const;
const SEVERAL = { about: 'settling', many: true } as const;

export const CLAIM_GUIDE: GuideLabel = {
  ...CLAIM,
  definition:
    'Words that say, take for granted or deny that something is so, was so or will be so, in such a way that somebody with the right evidence could find them true or false. It makes no difference who says it, how carefully, or whether you believe it. Mark the shortest clause that still stands on its own; two facts are two claims. Where the fact is tucked into a question, a sneer or a passing description, mark the words and write out the fact under “Standalone wording”. Taste, wishes, orders, open questions and mockery with no fact behind it are not claims.',
  attributes: together(
    [
      choice('attributedTo', 'Said by', 'Whose claim is it? If voices are nested, take the innermost.', [
        ['article', 'The article'],
        ['speaker', 'Somebody it quotes'],
      ]),
      choice('presentation', 'Presentation', 'How do the words put the fact?', [
        ['asserted', 'Asserted', 'It is stated outright.'],
        ['presupposed', 'Taken for granted', 'The sentence only works if the fact holds.'],
        ['implied', 'Implied', 'A reader will take it from the words, though they do not say it.'],
        ['denied', 'Denied', 'The words say that it is not so.'],
        ['ironic', 'Ironic', 'The words say the opposite of what is meant.'],
      ]),
      choice('claimType', 'Kind', 'What sort of fact would have to be looked up?', [
        ['event', 'Event', 'Something happened, or somebody did it.'],
        ['quantity', 'Quantity', 'A number, a share, a rate.'],
        ['causal', 'Cause', 'One thing brought about another, or goes with it.'],
        ['comparison', 'Comparison', 'More, less, first, largest, since records began.'],
        ['law', 'Law or rule', 'What is allowed or required, or how something works.'],
        ['prediction', 'Prediction or plan', 'What will happen, or what somebody has decided to do.'],
        ['identity', 'Identity', 'Who or what somebody or something is.'],
        ['other', 'Other'],
      ]),
      choice('checkable', 'Checkable', 'Could you find evidence with the means you have?', [
        ['yes', 'Yes'],
        ['partly', 'Partly', 'Only after a word in it has been pinned down.'],
        ['no', 'No', 'It is private, secret, or not decided yet.'],
      ]),
      choice('checkWorthiness', 'Worth checking', 'How much would it matter if it were wrong?', [
        ['high', 'High', 'Somebody could be harmed, or readers would see the story differently.'],
        ['medium', 'Medium'],
        ['low', 'Low'],
      ]),
      choice(
        'verdict',
        'Verdict',
        'What does the evidence say about the claim as it was settled?',
        [
          ['unreviewed', 'Unreviewed'],
          ['supported', 'Supported'],
          ['partly-supported', 'Partly supported', 'Some of it holds, some does not.'],
          ['missing-context', 'Missing context', 'True as it stands, but it leaves a wrong impression.'],
          ['refuted', 'Refuted'],
          ['not-enough-evidence', 'Not enough evidence'],
          ['not-checkable', 'Not checkable'],
        ],
        SETTLING,
      ),
      attribute('evidenceFor', 'Evidence for it', 'link', 'Which pages support the claim?', SEVERAL),
      attribute('evidenceAgainst', 'Evidence against it', 'link', 'Which pages refute the claim?', SEVERAL),
      attribute(
        'evidenceContext',
        'Context',
        'link',
        'Which pages does one need to read it rightly?',
        SEVERAL,
      ),
      attribute(
        'evidenceNote',
        'What the evidence says',
        'text',
        'Which words on those pages decide it, under which titles, and who saw them on which day?',
        SEVERAL,
      ),
    ],
    COMMON,
  ),
  examples: [
    yes(
      '[The ferry company cut its winter timetable by a third], and nobody on the island was surprised.',
      'Two timetables side by side would settle it.',
    ),
    yes(
      'The harbour master said that [nobody had inspected the crane since April].',
      'It stays a claim in another person’s mouth: an inspection log would show it. The same words are also a quote.',
    ),
    yes(
      'Asked about the leak, the utility insisted that [no oil had reached the reed beds].',
      'A denial says how things are. Give it the presentation “Denied”; it is a quote as well, with the polarity “Denied”.',
    ),
    yes(
      'And why, one wonders, did [the council sell the baths for half of what they were worth]?',
      'The question takes the price for granted, and the price can be looked up. Write the fact out under “Standalone wording”.',
    ),
    yes(
      'Ruben Halvard, [a landlord twice fined for unsafe wiring], welcomed the plan.',
      'A passing description can carry the heaviest fact of a sentence. Court records would show it.',
    ),
    yes(
      '[The operator will hand over forty buses on Monday], a spokeswoman announced.',
      'An announced plan can be held against what happens on Monday: a claim of the kind “Prediction or plan”. It is not speculation by itself.',
    ),
    yes(
      'Oh, of course, [the auditors found everything in perfect order].',
      'The sarcasm means that they did not, and there is a fact behind it. Give it the presentation “Ironic” and write out what is meant.',
    ),
    yes(
      '[The mill employs “about four hundred people”], the owner wrote; two pages on he speaks of three hundred.',
      'The same thing said twice and not alike: mark both places, give them one standalone wording, and note that they do not agree.',
    ),
    no(
      '[The new concert hall is a joyless lump of a building.]',
      'Taste. No evidence would change the mind of somebody who loves it.',
    ),
    no(
      '[The minister should apologise to the nurses before the week is out.]',
      'A demand is neither true nor false.',
    ),
    no(
      '[Who will look after the lighthouse now?]',
      'An open question that takes nothing for granted that anybody could dispute.',
    ),
    no(
      '[The bridge was closed in May and the toll was doubled in June.]',
      'Not as one mark: two facts can turn out differently, so each clause is a claim of its own.',
    ),
    no(
      'Ridership fell by [eleven per cent] in the first month.',
      'Not the figure alone, which says nothing by itself: mark the whole clause.',
    ),
  ],
};
