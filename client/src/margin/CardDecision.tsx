import type { Annotation, Decision } from '@assay/shared/model';
import { overrules } from '@assay/shared/review';
import Gavel from 'lucide-react/icons/gavel';
import { useStore } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { outcomeOf } from './outcome-words.ts';
import { useLabels, useMargin, usePeople } from './use-margin.ts';

interface CardDecisionProps {
  readonly annotation: Annotation;
  readonly focused: boolean;
}

/** What was settled about the group that a mark belongs to, and whether it is what the mark says. */
export function CardDecision({ annotation, focused }: CardDecisionProps) {
  const margin = useMargin();
  const decision = useStore(margin.settled, (settled) => settled.get(annotation.id));
  return decision ? <Settled decision={decision} annotation={annotation} focused={focused} /> : null;
}

function Settled({ decision, annotation, focused }: CardDecisionProps & { readonly decision: Decision }) {
  const margin = useMargin();
  const personOf = usePeople();
  const labelOf = useLabels();
  const overruled = overrules(decision, annotation);
  const group = decision.groups.find((id) =>
    margin.session.review.get().state.groups.get(id)?.marks.includes(annotation.id),
  );
  return (
    <div className="card-decision" data-overruled={overruled || undefined}>
      <p>
        <Gavel className="icon" aria-hidden="true" /> {overruled ? 'Overruled: ' : ''}
        {outcomeOf(decision, labelOf)}
        {focused && `, by ${personOf(decision.creator).name}`}
      </p>
      {focused && decision.rationale && <p dir="auto">{decision.rationale}</p>}
      {focused && group && (
        <Button size="small" tone="plain" onPress={() => margin.group.set(group)}>
          Show the decision
        </Button>
      )}
    </div>
  );
}
