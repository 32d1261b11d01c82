import type { GuideChange, GuideId, PersonId } from '@assay/shared/model';

/** Unsaved changes of a guide as this device keeps them, with the version that they were made of. */
export interface KeptChanges {
  readonly version: number;
  readonly changes: readonly GuideChange[];
}

/** The person's id stands between colons, so that leaving the device takes it along. */
function keyOf(person: PersonId, guide: GuideId): string {
  return `assay:guide:${person}:${guide}`;
}

/** Null where nothing is kept, or nothing can be. */
export function readKept(person: PersonId, guide: GuideId): KeptChanges | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, guide)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keep(person: PersonId, guide: GuideId, kept: KeptChanges): void {
  try {
    if (kept.changes.length > 0) localStorage.setItem(keyOf(person, guide), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(person, guide));
  } catch {
    // Then the changes last as long as the page, which asks before it is left.
  }
}

function isKept(value: unknown): value is KeptChanges {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    Number.isInteger(value.version) &&
    'changes' in value &&
    Array.isArray(value.changes)
  );
}
