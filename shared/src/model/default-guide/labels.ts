import type { Label } from '../label.ts';

export const CLAIM: Label = {
  id: 'claim',
  name: 'Claim',
  key: 'c',
  letter: 'C',
  hue: 'blue',
  line: 'solid',
  question: 'Could somebody with access to evidence find out whether this is true?',
};

export const QUOTE: Label = {
  id: 'quote',
  name: 'Quote',
  key: 'q',
  letter: 'Q',
  hue: 'green',
  line: 'double',
  question: 'Are these somebody else’s words or content, with a source the text names or implies?',
};

export const SPECULATION: Label = {
  id: 'speculation',
  name: 'Speculation',
  key: 's',
  letter: 'S',
  hue: 'amber',
  line: 'dashed',
  question: 'Does this go beyond what its holder is shown to know?',
};

/** The labels that every article starts with, as they are drawn. */
export const DEFAULT_LABELS: readonly Label[] = [CLAIM, QUOTE, SPECULATION];
