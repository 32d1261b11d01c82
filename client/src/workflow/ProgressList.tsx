import type { PersonId } from '@assay/shared/model';
import CheckIcon from 'lucide-react/icons/check';
import { Avatar } from '../ui/index.ts';
import { counted } from './open-points.ts';
import { type PersonProgress, type Progress, progressWords } from './progress.ts';
import { usePortraits } from './use-flow.ts';
import './ProgressList.css';

interface ProgressListProps {
  readonly progress: Progress;
  readonly me: PersonId | null;
}

/** How many are done; unfolded, each person with how many marks they have. */
export function ProgressList({ progress, me }: ProgressListProps) {
  const { people } = progress;
  const portraits = usePortraits(people.map(({ person }) => person));
  if (people.length === 0) return <p>{progressWords(progress)}</p>;
  return (
    <details className="person-progress">
      <summary>{progressWords(progress)}</summary>
      <ul>
        {people.map((one) => {
          const portrait = portraits.get(one.person);
          return (
            <li key={one.person}>
              {portrait && <Avatar person={portrait} size="small" decorative />}
              <span className="person-name">
                {portrait?.name ?? 'Somebody'}
                {one.person === me && ' (you)'}
              </span>
              <Facts one={one} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Facts({ one }: { readonly one: PersonProgress }) {
  return (
    <span className="person-facts">
      {counted(one.marks, 'mark')}
      {!one.asked && ', not asked'}
      {one.done && (
        <span className="person-done">
          <CheckIcon className="icon" aria-hidden="true" /> done
        </span>
      )}
    </span>
  );
}
