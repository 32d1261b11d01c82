import { useState } from 'react';
import { useLocation } from 'wouter';
import { type ArticleList, listArticles, useLoaded, useMay } from '../api/index.ts';
import { Button, Notice, PageHeading, Spinner, useActions } from '../ui/index.ts';
import { ArticleTable } from './ArticleTable.tsx';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import './library.css';

/** All articles of the team, and the way to bring in another. */
export function LibraryPage() {
  const { loaded, reload } = useLoaded(listArticles);
  const mayImport = useMay('article.create');
  const [open, setOpen] = useState<{ readonly files: readonly File[]; readonly serial: number } | null>(null);
  const [, navigate] = useLocation();
  const startImport = (files: readonly File[] = []) =>
    setOpen((last) => ({ files, serial: (last?.serial ?? 0) + 1 }));
  useActions([
    {
      id: 'import',
      title: 'Import an article',
      section: 'Library',
      keys: ['i'],
      keywords: 'new paste file upload',
      isDisabled: !mayImport,
      run: () => startImport(),
    },
  ]);
  return (
    <div className="page library">
      <header className="library-header">
        <PageHeading title="Articles">Articles</PageHeading>
        {mayImport && loaded.kind === 'loaded' && loaded.value.articles.length > 0 && (
          <Button tone="primary" onPress={() => startImport()}>
            Import
          </Button>
        )}
      </header>
      {loaded.kind === 'loading' && <Spinner label="Reading the library" />}
      {loaded.kind === 'failed' && <Failed message={loaded.message} retry={reload} />}
      {loaded.kind === 'loaded' && (
        <Contents list={loaded.value} mayImport={mayImport} startImport={() => startImport()} />
      )}
      {mayImport && <FileDrop onFiles={startImport} />}
      {open && (
        <ImportDialog
          key={open.serial}
          files={open.files}
          close={() => setOpen(null)}
          onImported={reload}
          openArticle={(id) => navigate(`/articles/${id}`)}
        />
      )}
    </div>
  );
}

interface ContentsProps {
  readonly list: ArticleList;
  readonly mayImport: boolean;
  startImport(): void;
}

function Contents({ list, mayImport, startImport }: ContentsProps) {
  if (list.articles.length > 0) return <ArticleTable list={list} />;
  return <EmptyLibrary mayImport={mayImport} startImport={startImport} />;
}

function Failed({ message, retry }: { readonly message: string; retry(): void }) {
  return (
    <Notice
      tone="error"
      title="The library could not be read"
      actions={
        <Button size="small" onPress={retry}>
          Try again
        </Button>
      }
    >
      {message}
    </Notice>
  );
}
