import { type Guide, guideFault } from '@assay/shared/model';
import { differences } from '../guide/index.ts';
import { Button, Notice, notify } from '../ui/index.ts';
import { isChanged } from './draft.ts';
import { firstClash } from './look-problems.ts';
import type { GuideWork } from './use-guide-draft.ts';

interface SaveBarProps {
  readonly work: GuideWork;
  readonly preview: Guide;
}

/** What will be different, in words, and the way to save it as one version. */
export function SaveBar({ work, preview }: SaveBarProps) {
  const { draft, movedOn, problem, saving } = work;
  if (!isChanged(draft) && !movedOn) return null;
  const told = differences(draft.base, preview);
  const fault = guideFault(preview) ?? firstClash(preview);
  const version = draft.base.version + 1;
  const save = async () => {
    if (await work.save()) notify({ tone: 'success', message: `Saved as version ${version}` });
  };
  return (
    <section className="save-bar" aria-label="Unsaved changes">
      {movedOn && (
        <Notice tone="warning" title={`Somebody else has saved version ${movedOn.version} meanwhile`}>
          <p>Your changes stand on top of it now. Look at them and save again. This is new in it:</p>
          <Sentences told={movedOn.told} />
        </Notice>
      )}
      {problem && <Notice tone="error">{problem}</Notice>}
      {told.length > 0 && (
        <details className="save-changes">
          <summary>{told.length === 1 ? 'One change' : `${told.length} changes`} not saved yet</summary>
          <Sentences told={told} />
        </details>
      )}
      {fault && (
        <p className="field-error" role="status">
          {fault}
        </p>
      )}
      <div className="save-buttons">
        <Button size="small" tone="plain" isDisabled={draft.changes.length === 0} onPress={work.undo}>
          Take the last one back
        </Button>
        <Button size="small" tone="plain" isDisabled={draft.changes.length === 0} onPress={work.discard}>
          Discard all
        </Button>
        <Button
          tone="primary"
          isDisabled={fault !== null || told.length === 0}
          isPending={saving}
          onPress={() => void save()}
        >
          Save as version {version}
        </Button>
      </div>
    </section>
  );
}

function Sentences({ told }: { readonly told: readonly string[] }) {
  return (
    <ul className="save-told">
      {told.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
