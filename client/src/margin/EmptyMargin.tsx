import { inUse } from '@assay/shared/model';
import { useStore } from '../store/index.ts';
import { Keys, LabelTag } from '../ui/index.ts';
import { digitOf } from './labels.ts';
import { useMargin, useSealed } from './use-margin.ts';
import './MarginSections.css';

/** What the margin says while there is nothing in it: how to begin. */
export function EmptyMargin() {
  const { session } = useMargin();
  useStore(session.rights);
  const labels = inUse(useStore(session.guide).labels);
  const sealed = useSealed();
  if (!session.may('annotation.create')) return <EmptyForReaders mayComment={session.may('comment.add')} />;
  return (
    <div className="margin-empty">
      <p>
        <b>{sealed ? 'You have not marked anything yet.' : 'Nothing is marked yet.'}</b> Select words in the
        article, then press one key:
      </p>
      <dl>
        {labels.map((label, i) => (
          <div key={label.id}>
            <dt>
              <Keys keys={digitOf(i) ?? label.key} /> <LabelTag label={label} />
            </dt>
            <dd>{label.question}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Keys keys="m" /> Comment
          </dt>
          <dd>
            {sealed
              ? 'A note to yourself about these words; the others can answer it after the reveal.'
              : 'Something to say about these words, without a label.'}
          </dd>
        </div>
      </dl>
      <p>Marks may overlap: the same words can take several labels.</p>
    </div>
  );
}

function EmptyForReaders({ mayComment }: { readonly mayComment: boolean }) {
  const over = useStore(useMargin().session.review, ({ state }) => state.workflow.phase === 'signed-off');
  const sealed = useSealed();
  if (over)
    return (
      <div className="margin-empty">
        <p>Nothing was marked in this review.</p>
      </div>
    );
  return (
    <div className="margin-empty">
      <p>
        <b>{sealed ? 'Nothing to see yet.' : 'Nothing is marked yet.'}</b> What the reviewers mark and say
        will stand here, beside its words{sealed && ', once it is revealed'}.
      </p>
      {mayComment && (
        <p>
          You can comment: select words and press <Keys keys="m" />.
        </p>
      )}
    </div>
  );
}
