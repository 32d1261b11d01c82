import { DEFAULT_LABELS, type Label } from '@assay/shared/model';
import { listGuides, useLoaded, useServerAnswers } from '../api/index.ts';
import { Button, LabelTag } from '../ui/index.ts';
import { useSampleImport } from './use-sample-import.ts';

interface EmptyLibraryProps {
  readonly mayImport: boolean;
  startImport(): void;
}

/** The first thing a new team sees: what the tool is for, in three steps, and a way to try it at once. */
export function EmptyLibrary({ mayImport, startImport }: EmptyLibraryProps) {
  const labels = useLabelsInUse();
  return (
    <section className="first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps" className="section-heading">
        Nothing here yet. This is how it goes:
      </h2>
      <ol className="steps">
        <li>
          <h3>Bring in an article</h3>
          <p>Paste it, drop a file anywhere on this page, or choose one: HTML, Markdown or plain text.</p>
        </li>
        <li>
          <h3>Mark it together</h3>
          <p>Select words and press one key. Each mark answers one question:</p>
          <dl className="step-labels">
            {labels.map((label) => (
              <div key={label.id}>
                <dt>
                  <LabelTag label={label} />
                </dt>
                <dd>{label.question}</dd>
              </div>
            ))}
          </dl>
        </li>
        <li>
          <h3>Discuss and settle</h3>
          <p>
            Every mark has a thread. When all is said, export the article with its marks and what was said of
            them.
          </p>
        </li>
      </ol>
      {mayImport ? (
        <Start startImport={startImport} />
      ) : (
        <p>An editor of your team brings in the first article.</p>
      )}
    </section>
  );
}

/** The labels that a new article is marked with; those that a team begins with until the server has said. */
function useLabelsInUse(): readonly Label[] {
  const { loaded } = useLoaded(listGuides);
  const used = loaded.kind === 'loaded' ? loaded.value.find((guide) => guide.forNewArticles) : undefined;
  return used?.labels ?? DEFAULT_LABELS;
}

function Start({ startImport }: { startImport(): void }) {
  const { importSample, isPending } = useSampleImport();
  const answers = useServerAnswers();
  return (
    <div className="step-actions">
      <Button tone="primary" onPress={startImport} isDisabled={!answers}>
        Import an article
      </Button>
      <Button onPress={importSample} isPending={isPending} isDisabled={!answers}>
        Try the sample article
      </Button>
    </div>
  );
}
