import type { ArticleId } from '@assay/shared/model';
import { useRef, useState } from 'react';
import { importArticle, wordsOf } from '../api/index.ts';
import { readFile } from './read-file.ts';
import { useFirst } from './use-first.ts';

export type FileImport = { readonly fileName: string } & (
  | { readonly state: 'waiting' | 'reading' | 'cancelled' }
  | { readonly state: 'done'; readonly id: ArticleId; readonly title: string }
  | { readonly state: 'failed'; readonly message: string }
);

/** Brings files in one after another. A file that fails does not hold up the rest. */
export function useFileImports(files: readonly File[], onImported: () => void) {
  const [imports, setImports] = useState<readonly FileImport[]>(() =>
    files.map(({ name }) => ({ fileName: name, state: 'waiting' })),
  );
  const isCancelled = useRef(false);
  const put = (index: number, one: FileImport) =>
    setImports((all) => all.map((old, at) => (at === index ? one : old)));
  const run = async () => {
    for (const [index, file] of files.entries()) {
      const fileName = file.name;
      if (isCancelled.current) put(index, { fileName, state: 'cancelled' });
      else {
        put(index, { fileName, state: 'reading' });
        put(index, await importFile(file));
      }
    }
    onImported();
  };
  useFirst(() => void run());
  const cancel = () => {
    isCancelled.current = true;
  };
  return { imports, cancel };
}

async function importFile(file: File): Promise<FileImport> {
  try {
    const { id, title } = await importArticle(await readFile(file));
    return { fileName: file.name, state: 'done', id, title };
  } catch (thrown) {
    return { fileName: file.name, state: 'failed', message: wordsOf(thrown) };
  }
}
