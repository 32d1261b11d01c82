/** What each measure of the table is and where it is from; low and high are ends of a 95 % percentile bootstrap. */
export const METHODS = {
  'u-alpha':
    'Krippendorff, Mathet, Bouvry & Widlöcher 2016; of a label: label against the rest; n: characters × reviewers',
  'u-alpha by label':
    'u-alpha of each label against the rest, joined as 1 − Σ observed / Σ expected; n: characters × reviewers',
  '|u-alpha': 'Krippendorff et al. 2016: marked or not, whatever the label; n: characters × reviewers',
  'cu-alpha':
    'Krippendorff et al. 2016: labels where two or more marked; coverage: share of the marked matter',
  '(k)u-alpha':
    'Krippendorff et al. 2016: this label where it was given and others marked; coverage as of cu-alpha',
  'alpha-U': 'Krippendorff 1995; a reviewer’s overlapping marks of one label are united',
  gamma: 'Mathet, Widlöcher & Métivier 2015, shuffled samples; n: pieces of marks',
  'contested share':
    'characters without the same labels from everybody, of the paragraph’s; n: such characters',
  'u-alpha of paragraph': 'u-alpha, by label where labels nest, of this paragraph alone',
  marks: 'number of marks that count',
  'nested marks': 'marks that share characters with another label of the same reviewer; none is skipped',
  'united marks': 'marks that share characters with another of this label and reviewer; united with it',
  'marks left out': 'marks without words, and marks of people who do not count',
  'met the same words': 'marks × other reviewers with the same label on the same compared words',
  'met other edges':
    'marks × other reviewers with a mark of the same label that means the same, with other edges',
  'met another label': 'marks × other reviewers with another label on these words',
  'met nothing': 'marks × other reviewers without a mark that means the same',
  'labels met': 'marks of the label × other reviewers with the other label there',
  'F1 exact': 'marks of exactly the same ranges; n: marks of both',
  'F1 half': 'marks that share half of the longer one, each matched once; n: marks of both',
  'F1 characters': 'characters marked; n: characters of both',
  'alpha nominal': 'Krippendorff 2011, nominal, missing values allowed; n: pairable values of grouped marks',
  'alpha interval':
    'Krippendorff 2011, interval, missing values allowed; n: pairable values of grouped marks',
  'alpha masi': 'Krippendorff 2011 with the MASI distance of sets (Passonneau 2004); n: pairable values',
  'cohen kappa': 'Cohen 1960; n: groups of marks with both values; excluded: the others',
  'fleiss kappa': 'Fleiss 1971; n: groups of marks with a value of everybody; excluded: the others',
  AC1: 'Gwet 2008; n: groups of marks with two values or more',
} as const;

export type Measure = keyof typeof METHODS;
