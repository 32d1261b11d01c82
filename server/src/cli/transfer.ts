import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { SourceFormat } from '@assay/shared/model';
import { CommandFailure } from './failure.ts';
import { Remote, type RemoteOptions } from './remote.ts';
import type { Terminal } from './terminal.ts';

export interface ImportOptions extends RemoteOptions {
  readonly title?: string;
  readonly format?: SourceFormat;
}

/** Imports a file, byte for byte, and says what became of it. */
export async function importFile(
  file: string,
  { title, format, ...where }: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  const bytes = await readFile(resolve(terminal.folder, file)).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(
      error.code === 'ENOENT'
        ? `There is no file ${file}.`
        : `The file ${file} cannot be read: ${error.message}`,
    );
  });
  const remote = await Remote.find(where, terminal);
  const article = await remote.ask<{
    id: string;
    title: string;
    characters: number;
    warnings?: { message: string }[];
  }>('POST', '/api/articles', {
    content: bytes.toString('base64'),
    encoding: 'base64',
    fileName: basename(file),
    ...(title !== undefined && { title }),
    ...(format && { format }),
  });
  for (const { message } of article.warnings ?? []) terminal.warn(`assay: ${message}`);
  terminal.say(JSON.stringify({ id: article.id, title: article.title, characters: article.characters }));
}

export interface ExportOptions extends RemoteOptions {
  readonly format: string;
  readonly out?: string;
}

/** Exports an article to a file, or to standard output. */
export async function exportArticle(
  id: string,
  { format, out, ...where }: ExportOptions,
  terminal: Terminal,
): Promise<void> {
  const remote = await Remote.find(where, terminal);
  const path = `/api/articles/${encodeURIComponent(id)}/export?format=${encodeURIComponent(format)}`;
  const text = await (await remote.fetch('GET', path)).text();
  if (out === undefined) return terminal.say(text.replace(/\n$/, ''));
  await writeFile(resolve(terminal.folder, out), text).catch((error: Error) => {
    throw new CommandFailure(`The file ${out} cannot be written: ${error.message}`);
  });
}
