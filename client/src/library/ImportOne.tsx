import type { ArticleId } from '@assay/shared/model';
import { type FormEvent, useState } from 'react';
import { importArticle, planReview, useMay, wordsOf } from '../api/index.ts';
import { Button, Notice, notify, Spinner, TextField } from '../ui/index.ts';
import { BlindChoice } from '../workflow/index.ts';
import { Preview } from './Preview.tsx';
import { FORMAT_NAMES, type Source } from './source.ts';
import { usePreview } from './use-preview.ts';

interface ImportOneProps {
  readonly source: Source;
  back(): void;
  openArticle(id: ArticleId): void;
}

/** One article: its title, what it will look like, and the button that brings it in. */
export function ImportOne({ source, back, openArticle }: ImportOneProps) {
  const preview = usePreview(source);
  const [title, setTitle] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const mayPlan = useMay('review.plan');
  const [blind, setBlind] = useState(false);
  const shownTitle = title ?? preview?.title ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      const given = shownTitle.trim();
      const { id } = await importArticle({ ...source, ...(given ? { title: given } : {}) });
      if (blind) await markBlind(id);
      openArticle(id);
    } catch (thrown) {
      setError(wordsOf(thrown));
      setPending(false);
    }
  };
  return (
    <form className="import-one" onSubmit={submit}>
      <TextField label="Title" value={shownTitle} onChange={setTitle} maxLength={300} autoFocus />
      <section className="preview-frame" aria-label="What it will become">
        <p className="preview-caption">
          What it will become, read as {FORMAT_NAMES[source.format]}
          {source.fileName && ` from ${source.fileName}`}
        </p>
        {preview ? <Preview article={preview} /> : <Spinner label="Reading" />}
      </section>
      {mayPlan && <BlindChoice blind={blind} onChange={setBlind} />}
      {error && (
        <Notice tone="error" title="The article was not imported">
          {error}
        </Notice>
      )}
      <div className="import-buttons">
        <Button onPress={back} isDisabled={isPending}>
          Back
        </Button>
        <Button tone="primary" type="submit" isPending={isPending} isDisabled={Boolean(preview?.refusal)}>
          Import
        </Button>
      </div>
    </form>
  );
}

/** The article is there by now: when it cannot be planned, that is told on its page, where it can be done again. */
async function markBlind(article: ArticleId): Promise<void> {
  try {
    await planReview(article, { blind: true });
  } catch (thrown) {
    notify({
      tone: 'error',
      message: `The article was imported, but marking is open still: ${wordsOf(thrown)} Choose “Plan…” to make it blind.`,
    });
  }
}
