import type { Guide, GuideChange } from '@assay/shared/model';
import { Button, LabelTag } from '../ui/index.ts';
import { lookProblems } from './look-problems.ts';

interface RetiredLabelsProps {
  readonly guide: Guide;
  change(change: GuideChange): void;
}

/** Labels that are no longer offered, and the way back. */
export function RetiredLabels({ guide, change }: RetiredLabelsProps) {
  const retired = guide.labels.filter((label) => label.retired);
  if (retired.length === 0) return null;
  return (
    <section aria-labelledby="retired-labels">
      <h3 id="retired-labels" className="guide-subheading">
        Retired
      </h3>
      <ul className="guide-retired">
        {retired.map((label) => {
          const { retired: _, ...back } = label;
          const clash = lookProblems(guide, back).key;
          return (
            <li key={label.id}>
              <LabelTag label={label} />{' '}
              <Button
                size="small"
                tone="plain"
                onPress={() => change({ type: 'label.bring-back', label: label.id })}
              >
                Bring “{label.name}” back
              </Button>
              {clash && <span className="field-description">It will need another key. {clash}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
