import type { Group, LabelId, PersonId } from '@assay/shared/model';
import {
  type Agenda,
  type AgendaEntry,
  overrules,
  type ReviewState,
  type Standing,
} from '@assay/shared/review';

/** What of the agenda is listed. An empty string means all. */
export interface AgendaFilter {
  readonly standing: 'left' | Extract<Standing, 'parked' | 'settled'> | 'overruled' | '';
  readonly state: Group['state'] | '';
  readonly label: LabelId | '';
  /** Who marked. */
  readonly person: PersonId | '';
  /** Only where one's own mark is not what all others have, or one has none. */
  readonly mineDiffer: boolean;
}

export const LEFT: AgendaFilter = { standing: 'left', state: '', label: '', person: '', mineDiffer: false };

export function filtered(
  { entries }: Agenda,
  filter: AgendaFilter,
  state: ReviewState,
  me: PersonId | null,
): readonly AgendaEntry[] {
  return entries.filter(
    (entry) =>
      hasStanding(entry, filter.standing, state, me) &&
      (!filter.state || entry.group.state === filter.state) &&
      (!filter.label || entry.group.label === filter.label) &&
      (!filter.person || entry.group.reviewers.includes(filter.person)) &&
      (!filter.mineDiffer || mineDiffers(entry, me)),
  );
}

function hasStanding(
  entry: AgendaEntry,
  wanted: AgendaFilter['standing'],
  state: ReviewState,
  me: PersonId | null,
): boolean {
  if (wanted === '') return true;
  if (wanted === 'overruled') return me !== null && isOverruled(entry, state, me);
  if (wanted === 'left') return entry.standing === 'open' || entry.standing === 'pulled';
  return entry.standing === wanted;
}

/** One's own mark is one of several readings, or the only one, or others have one and oneself has not. */
function mineDiffers({ group }: AgendaEntry, me: PersonId | null): boolean {
  if (me === null) return false;
  if (group.clash.some(({ rival }) => rival)) return group.reviewers.includes(me);
  return group.state !== 'agreed' && [...group.reviewers, ...group.missing].includes(me);
}

/** Whether the group was settled otherwise than one has marked it. */
function isOverruled({ decision, group }: AgendaEntry, { annotations }: ReviewState, me: PersonId): boolean {
  if (!decision) return false;
  const own = group.marks.flatMap((id) => annotations.get(id) ?? []).filter(({ creator }) => creator === me);
  return own.some((mark) => overrules(decision, mark));
}
