import { assay } from './assay.ts';
import { bareProsemirror, boundByHand } from './bare-prosemirror.ts';
import type { EditorSubject } from './editor-subject.ts';
import { yProsemirror } from './y-prosemirror.ts';

export const SUBJECTS: Readonly<Record<string, EditorSubject>> = Object.fromEntries(
  [bareProsemirror, boundByHand, yProsemirror, assay].map((subject) => [subject.name, subject]),
);
