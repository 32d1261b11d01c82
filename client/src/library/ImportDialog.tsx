import type { ArticleId } from '@assay/shared/model';
import { useState } from 'react';
import { wordsOf } from '../api/index.ts';
import { Dialog } from '../ui/index.ts';
import { GiveSource } from './GiveSource.tsx';
import { ImportMany } from './ImportMany.tsx';
import { ImportOne } from './ImportOne.tsx';
import { readFile } from './read-file.ts';
import type { Source } from './source.ts';
import { useFirst } from './use-first.ts';

export interface ImportDialogProps {
  /** Files that were dropped on the page. */
  readonly files: readonly File[];
  close(): void;
  onImported(): void;
  openArticle(id: ArticleId): void;
}

type Stage =
  | { readonly kind: 'give'; readonly error: string | null }
  | { readonly kind: 'one'; readonly source: Source }
  | { readonly kind: 'many'; readonly files: readonly File[] };

/** From a paste or files to articles, with a look at what it will become in between. */
export function ImportDialog({ files, close, onImported, openArticle }: ImportDialogProps) {
  const [stage, setStage] = useState<Stage>(
    files.length > 1 ? { kind: 'many', files } : { kind: 'give', error: null },
  );
  const takeFiles = async (given: readonly File[]) => {
    const [first, ...others] = given;
    if (!first) return;
    if (others.length > 0) return setStage({ kind: 'many', files: given });
    try {
      setStage({ kind: 'one', source: await readFile(first) });
    } catch (thrown) {
      setStage({ kind: 'give', error: wordsOf(thrown) });
    }
  };
  useFirst(() => void takeFiles(files));
  const back = () => setStage({ kind: 'give', error: null });
  return (
    <Dialog
      title={stage.kind === 'many' ? 'Import several articles' : 'Import an article'}
      isOpen
      onOpenChange={close}
      size="large"
      isDismissable={false}
      className="import-dialog"
    >
      {stage.kind === 'give' && (
        <GiveSource
          error={stage.error}
          onSource={(source) => setStage({ kind: 'one', source })}
          onFiles={takeFiles}
        />
      )}
      {stage.kind === 'one' && <ImportOne source={stage.source} back={back} openArticle={openArticle} />}
      {stage.kind === 'many' && <ImportMany files={stage.files} close={close} onImported={onImported} />}
    </Dialog>
  );
}
