import { momentText } from './export-html-moment.ts';
import type { Minutes, MinutesFigure, MinutesItem, MinutesTask } from './minutes.ts';

/** How far reviewers agreed on a group, in words. */
export const GROUP_WORDS: Readonly<Record<MinutesItem['state'], string>> = {
  agreed: 'marked alike by all',
  boundary: 'marked by all, with other edges',
  majority: 'marked by most',
  split: 'marked by half or fewer',
  single: 'marked by one',
};

/** The state of play, a sentence a line. */
export function summaryLines(minutes: Minutes): string[] {
  const { workflow, settled, parked, open, guide, reviewers } = minutes;
  const revealed = workflow.revealed
    ? [`Marked blind; revealed by ${minutes.revealedBy} on ${momentText(workflow.revealed.at)}`]
    : [];
  const signed = workflow.signedOff
    ? [
        `Signed off by ${minutes.signedOffBy} on ${momentText(workflow.signedOff.at)}; the record of ${workflow.signedOff.events} events is sealed by ${workflow.signedOff.hash}`,
      ]
    : [];
  return [
    ...(reviewers.length > 0 ? [`Reviewers: ${reviewers.join(', ')}`] : []),
    ...(guide ? [`Label guide: ${guide.name}, version ${guide.version}`] : []),
    ...revealed,
    `${settled.length} settled, ${parked.length} parked, ${open.length} open`,
    ...signed,
  ];
}

/** Name, before, after; a figure that is not defined says why. */
export function agreementRows(figures: readonly MinutesFigure[]): string[][] {
  const cell = (value: number | null, words = 'not defined') => (value === null ? words : value.toFixed(3));
  return figures.map(({ name, before, after, words }) => [name, cell(before, words), cell(after, words)]);
}

export function taskWords({ text, assignee, due, about }: MinutesTask): string {
  const who = [assignee, due && `by ${due}`].filter(Boolean).join(', ');
  return `${text}${who ? ` (${who})` : ''}${about ? `: “${about}”` : ''}`;
}
