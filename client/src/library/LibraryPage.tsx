import { useState } from 'react';
import { useLocation } from 'wouter';
import { type Library, readLibrary, useLoaded, useMay, useServerAnswers } from '../api/index.ts';
import { Button, Notice, PageHeading, Spinner, useActions } from '../ui/index.ts';
import { ArticleTable } from './ArticleTable.tsx';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { NamedList } from './NamedList.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { useKeptArticles } from './use-kept-articles.ts';
import './library.css';

/** All articles of the team, and the way to bring in another. */
export function LibraryPage() {
  const { loaded, reload } = useLoaded(readLibrary);
  const answers = useServerAnswers();
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
      isDisabled: !mayImport || !answers,
      run: () => startImport(),
    },
  ]);
  return (
    <div className="page library">
      <header className="library-header">
        <PageHeading title="Articles">Articles</PageHeading>
        {mayImport && loaded.kind === 'loaded' && loaded.value.articles.length > 0 && (
          <Button tone="primary" onPress={() => startImport()} isDisabled={!answers}>
            Import
          </Button>
        )}
      </header>
      {loaded.kind === 'loading' && <Spinner label="Reading the library" />}
      {loaded.kind === 'failed' && <Failed message={loaded.message} retry={reload} />}
      {loaded.kind === 'loaded' && (
        <Contents list={loaded.value} mayImport={mayImport} startImport={() => startImport()} />
      )}
      {mayImport && answers && <FileDrop onFiles={startImport} />}
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
  readonly list: Library;
  readonly mayImport: boolean;
  startImport(): void;
}

function Contents({ list, mayImport, startImport }: ContentsProps) {
  const kept = useKeptArticles(list);
  const { length } = list.articles;
  return (
    <>
      {list.seen !== null && <OfflineNotice seen={list.seen} mayImport={mayImport} isEmpty={length === 0} />}
      <NamedList list={list} kept={kept} />
      {length > 0 ? (
        <ArticleTable list={list} kept={kept} />
      ) : (
        <EmptyLibrary mayImport={mayImport} startImport={startImport} />
      )}
    </>
  );
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
