/** What a figure means, in words for people who never met it, and where it is from. */
export interface Explanation {
  readonly title: string;
  readonly meaning: string;
  readonly method: string;
}

export const EXPLANATIONS = {
  together: {
    title: 'Same words, same label',
    meaning:
      'Looks at every character: who marked it, and as what. What chance alone would bring about is taken off. So 0 is what chance gives, 1 is full agreement, and below 0 people differ more than chance would have them.',
    method:
      'Krippendorff’s ᵤα (Krippendorff, Mathet, Bouvry & Widlöcher 2016). Marks in several pieces count by their pieces.',
  },
  byLabel: {
    title: 'Same words, same label',
    meaning:
      'Looks at every character, label by label: who gave it this label and who did not. What chance alone would bring about is taken off. So 0 is what chance gives, and 1 is full agreement. It is done label by label because somebody gave the same words two labels, such as a claim inside a quote.',
    method:
      'Krippendorff’s ᵤα of each label against the rest (2016), joined as 1 − observed / expected disagreement summed over labels, as his α_U of 1995 joins them. No mark is skipped.',
  },
  passages: {
    title: 'Same words, whatever the label',
    meaning:
      'Only asks whether the same passages were marked at all. If this is much higher than the figure above, people see the same passages and name them differently.',
    method: 'Krippendorff’s |ᵤα (2016): what a reviewer marked is one, whatever the labels.',
  },
  coding: {
    title: 'Same label, where two or more marked',
    meaning:
      'Leaves aside what only one person marked, and asks whether the labels are the same on the rest. Always read it with its share: of a small share it says little.',
    method: 'Krippendorff’s cuα (2016), with the share of the marked matter that it speaks of.',
  },
  gamma: {
    title: 'Marks aligned with marks',
    meaning:
      'Pairs every mark with the nearest ones of the others, as kindly as possible, and compares what is left over with shuffled marks. It allows for marks inside marks.',
    method:
      'γ (Mathet, Widlöcher & Métivier 2015). Chance is drawn, at least 30 times and more often where that leaves it uncertain.',
  },
  alphaU: {
    title: 'Reach of marks',
    meaning:
      'Weighs how far marks reach past each other, by squared lengths. It is here for comparison with older studies.',
    method:
      'Krippendorff’s α_U (1995; 2004, ch. 11). A reviewer’s overlapping marks of one label are united.',
  },
  interval: {
    title: 'The line around a figure',
    meaning:
      'An article has only so many paragraphs. The line shows where the figure would most likely be with other paragraphs of this kind. Where lines overlap much, do not read a difference into the figures.',
    method:
      '95 % percentile interval of 1,000 redraws of the paragraphs (bootstrap), the same at every look.',
  },
  labelAlpha: {
    title: 'Given to the same words',
    meaning: 'Agreement about this label alone: which characters got it, and which did not.',
    method: 'Krippendorff’s ᵤα (2016) of the label against everything else.',
  },
  labelCoding: {
    title: 'Chosen alike',
    meaning:
      'Where somebody gave this label and others marked the same words, did they give it too? The share says how much of the label’s words that is.',
    method: 'Krippendorff’s (k)uα (2016) with its coverage. It has no value where labels are nested.',
  },
  outcomes: {
    title: 'What a mark met',
    meaning:
      'Takes every mark and looks at every other reviewer in turn: did they mark the same words, the same thing with other edges, the same words with another label, or nothing that means the same? Quotation marks, outer punctuation and a leading “that” are not compared where the text is at hand.',
    method:
      'Marks of one label are matched where at least three tenths of their words are shared; words count as the same for two labels from one half on.',
  },
  pairs: {
    title: 'How alike two people mark',
    meaning:
      'The share of their marks that two people have in common. Exact counts marks on exactly the same characters, half those that share at least half of the longer mark, characters every single character. Chance is not taken off, so a label that is everywhere looks better here.',
    method: 'F1 = 2 × shared / (first + second). It is the same whichever of the two comes first.',
  },
  confusion: {
    title: 'Which label met which',
    meaning:
      'A row takes all marks of a label, beside every other reviewer, and says what these had there. Where two labels often meet, their definitions in the guide may be worth a talk.',
    method: 'Counts on marks that grouping matched. A row adds up to marks × other reviewers.',
  },
  attributes: {
    title: 'Answers about the same mark',
    meaning:
      'Where marks mean the same, compares what their reviewers answered. α allows for missing answers; κ leaves such marks out and says how many; AC1 holds out where nearly all give one answer.',
    method:
      'Krippendorff’s α (2011; sets by MASI, numbers by their difference), Cohen’s κ (1960) of two or Fleiss’ κ (1971) of more reviewers, Gwet’s AC1 (2008).',
  },
  heat: {
    title: 'Where in the article',
    meaning:
      'For each paragraph, the share of its characters to which not everybody gave the same labels. High columns are good places to begin a discussion.',
    method: 'Characters of marks only. The figure beside it is the one on top, of this paragraph alone.',
  },
  change: {
    title: 'Before and after',
    meaning:
      'After the discussion people know each other’s marks. That they agree more shows how much could be settled, not how clear the guide is: for that, the figures before count.',
    method: 'The same figures of the marks at both moments.',
  },
} as const satisfies Record<string, Explanation>;

export type ExplanationName = keyof typeof EXPLANATIONS;
