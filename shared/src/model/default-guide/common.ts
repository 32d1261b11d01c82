import type { Attribute } from '../guide-attributes.ts';
import { attribute, choice } from './build.ts';

/** What every mark can say, whatever its label. */
export const COMMON: readonly Attribute[] = [
  choice('confidence', 'Confidence', 'Would you defend this mark?', [
    ['sure', 'Sure'],
    ['unsure', 'Unsure', 'It comes up earlier in the session. Say in the note what made you hesitate.'],
  ]),
  attribute('note', 'Note', 'text', 'What should the others know about this mark?'),
  attribute(
    'standaloneText',
    'Standalone wording',
    'text',
    'How would it read to somebody who does not have the article? Name who, what and when.',
  ),
];
