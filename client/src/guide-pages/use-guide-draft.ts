import type { Guide, GuideChange, GuideId, PersonId } from '@assay/shared/model';
import { useCallback, useEffect, useState } from 'react';
import { ApiError, readGuide, readGuideVersion, saveGuide, wordsOf } from '../api/index.ts';
import { differences } from '../guide/index.ts';
import { type GuideDraft, isChanged, rebased, withChange } from './draft.ts';
import { keep, readKept } from './draft-storage.ts';

/** What somebody else saved while one was at it. */
export interface MovedOn {
  readonly version: number;
  readonly told: readonly string[];
}

export interface GuideWork {
  readonly draft: GuideDraft;
  readonly movedOn: MovedOn | null;
  readonly problem: string | null;
  readonly saving: boolean;
  change(change: GuideChange): void;
  /** Takes the last change back. */
  undo(): void;
  discard(): void;
  /** Saves all changes as one version; whether that was done. */
  save(): Promise<boolean>;
}

/** A guide being changed: kept on this device until it is saved, and put on top of what others save meanwhile. */
export function useGuideDraft(guide: Guide, person: PersonId): GuideWork {
  const [draft, setDraft] = useState<GuideDraft>({ base: guide, changes: [] });
  const [movedOn, setMovedOn] = useState<MovedOn | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const put = useCallback(
    (next: GuideDraft) => {
      setDraft(next);
      setProblem(null);
      keep(person, next.base.id, { version: next.base.version, changes: next.changes });
    },
    [person],
  );
  const comeOnTop = useCallback(
    (before: GuideDraft, newest: Guide) => {
      setMovedOn({ version: newest.version, told: differences(before.base, newest) });
      put(rebased(before, newest));
    },
    [put],
  );
  useEffect(() => {
    let gone = false;
    keptDraft(guide, person).then(
      (kept) => {
        if (gone) return;
        if (!kept) setDraft((now) => (now.changes.length === 0 ? { base: guide, changes: [] } : now));
        else if (kept.base.version === guide.version) put(kept);
        else comeOnTop(kept, guide);
      },
      () => {}, // the version they were made of cannot be read now: they stay where they are kept
    );
    return () => {
      gone = true;
    };
  }, [guide, person, put, comeOnTop]);
  useEffect(() => {
    if (!isChanged(draft)) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [draft]);
  const save = async () => {
    setSaving(true);
    try {
      const saved = await saveGuide(draft.base, draft.changes);
      put({ base: saved, changes: [] });
      setMovedOn(null);
      return true;
    } catch (thrown) {
      if (thrown instanceof ApiError && thrown.code === 'moved-on')
        comeOnTop(draft, await readGuide(draft.base.id));
      else setProblem(wordsOf(thrown));
      return false;
    } finally {
      setSaving(false);
    }
  };
  return {
    draft,
    movedOn,
    problem,
    saving,
    change: (change) => put(withChange(draft, change)),
    undo: () => put({ ...draft, changes: draft.changes.slice(0, -1) }),
    discard: () => put({ ...draft, changes: [] }),
    save,
  };
}

/** What this device keeps of earlier work at the guide. */
async function keptDraft(guide: Guide, person: PersonId): Promise<GuideDraft | null> {
  const id: GuideId = guide.id;
  const kept = readKept(person, id);
  if (!kept || kept.changes.length === 0) return null;
  const base = kept.version === guide.version ? guide : await readGuideVersion(id, kept.version);
  return { base, changes: kept.changes };
}
