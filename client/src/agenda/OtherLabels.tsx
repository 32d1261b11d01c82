import type { Group } from '@assay/shared/model';
import { useLabels } from '../margin/index.ts';
import { LabelTag } from '../ui/index.ts';
import { chooseItem } from './moving.ts';
import { useAgendaDesk } from './use-agenda.ts';

/** What else the same words were marked as. */
export function OtherLabels({ group }: { readonly group: Group }) {
  const desk = useAgendaDesk();
  const labelOf = useLabels();
  if (group.clash.length === 0) return null;
  return (
    <ul className="item-clash" aria-label="Other labels on the same words">
      {group.clash.map(({ group: id, label, rival }) => (
        <li key={id}>
          <LabelTag label={labelOf(label)} />
          <span>
            {rival ? 'stands against it: others chose this label instead.' : 'lies on the same words too.'}
          </span>
          <button type="button" className="item-link" onClick={() => chooseItem(desk, id)}>
            Go there
          </button>
        </li>
      ))}
    </ul>
  );
}
