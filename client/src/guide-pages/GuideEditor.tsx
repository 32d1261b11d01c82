import { type Guide, inUse, type PersonId } from '@assay/shared/model';
import { useMemo } from 'react';
import { PageHeading, TextField } from '../ui/index.ts';
import { AddLabel } from './AddLabel.tsx';
import { previewOf } from './draft.ts';
import { LabelRow } from './LabelRow.tsx';
import { RetiredLabels } from './RetiredLabels.tsx';
import { SaveBar } from './SaveBar.tsx';
import { TreeEditor } from './TreeEditor.tsx';
import { useGuideDraft } from './use-guide-draft.ts';

interface GuideEditorProps {
  readonly guide: Guide;
  readonly person: PersonId;
}

/** A guide as its owners change it: everything is collected and saved as one new version. */
export function GuideEditor({ guide, person }: GuideEditorProps) {
  const work = useGuideDraft(guide, person);
  const preview = useMemo(() => previewOf(work.draft), [work.draft]);
  const used = inUse(preview.labels);
  return (
    <>
      <PageHeading title={preview.name}>{preview.name}</PageHeading>
      <p className="page-lead">
        Version {work.draft.base.version}. What you change here becomes a new version when you save it;
        articles stay with the version that they are marked by until they are moved on.
      </p>
      <div className="guide-form">
        <TextField
          label="Name of the guide"
          value={preview.name}
          onChange={(name) => work.change({ type: 'guide.rename', name })}
          maxLength={60}
        />
      </div>
      <h2 className="section-heading guide-section">Labels</h2>
      <ol className="rows" aria-label="Labels in use">
        {used.map((label, i) => (
          <LabelRow
            key={label.id}
            guide={preview}
            label={label}
            above={used[i - 1] ?? null}
            below={used[i + 1] ?? null}
            change={work.change}
          />
        ))}
      </ol>
      <AddLabel guide={preview} change={work.change} />
      <RetiredLabels guide={preview} change={work.change} />
      <TreeEditor tree={preview.tree} change={work.change} />
      <SaveBar work={work} preview={preview} />
    </>
  );
}
