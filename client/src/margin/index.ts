export { addressOf, relabelEntry, restoreEntry, settleEntry, withdrawEntry } from './acts.ts';
export { CommentItem } from './CommentItem.tsx';
export { openDetails } from './details/acts.ts';
export { createDrafts } from './drafts.ts';
export type { Entry } from './entry.ts';
export {
  addSelection,
  aimAt,
  dropReshaped,
  keepReshaped,
  nudgeEnd,
  showReshaped,
  snapMark,
  takeAim,
  takeSelectionOut,
} from './extent-acts.ts';
export { FilterPanel } from './FilterPanel.tsx';
export { filterFromQuery, filterToQuery, isDefault } from './filter.ts';
export { GroupRivals, GroupSentence, GroupState } from './GroupHead.tsx';
export { digitOf, labelOf, lookOf, offeredLabels, offersDetails } from './labels.ts';
export { createLastVisit } from './last-visit.ts';
export { AlignedMargin, ListedMargin } from './MarginView.tsx';
export { createMargin, type Margin } from './margin.ts';
export { outcomeOf } from './outcome-words.ts';
export { RegroupDialog } from './RegroupDialog.tsx';
export { chooserOrder, nextWhere, stepFrom } from './reading-order.ts';
export { joinable, mayRegroup } from './regrouping.ts';
export { createTeam } from './team.ts';
export { MarginContext, useLabels, useLooks, useMargin, usePeople, useSealed } from './use-margin.ts';
export { useNaming } from './use-naming.ts';
export { useReworded, useWords } from './use-words.ts';
export { WritingField } from './WritingField.tsx';
export { mark, rightsOn } from './wishes.ts';
export { clip, count } from './words.ts';
