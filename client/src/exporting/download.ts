import type { ArticleId } from '@assay/shared/model';

export type ExportFormat = 'json' | 'w3c' | 'html';

/** The address at which the server gives an article in a format, as it has it on its disk. */
export function exportAddress(article: ArticleId, format: ExportFormat): string {
  return `/api/articles/${encodeURIComponent(article)}/export?format=${format}`;
}

/** The file name a `Content-Disposition` header proposes; UTF-8 names (RFC 6266, `filename*`) come first. */
export function fileNameIn(disposition: string | null): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended) return decodeQuietly(extended.trim());
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

function decodeQuietly(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What came from the server, with the name to keep it under. */
export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Fetches an export. Throws an Error with words for people when the server refuses or cannot be reached. */
export async function fetchExport(article: ArticleId, format: ExportFormat): Promise<ExportedFile> {
  const response = await fetch(exportAddress(article, format), { credentials: 'same-origin' }).catch(() => {
    throw new Error('The server cannot be reached. Try again when the connection is back.');
  });
  if (!response.ok) throw new Error(`The server did not export the article (status ${response.status}).`);
  const name = fileNameIn(response.headers.get('content-disposition'));
  return { name: name ?? `article.${format === 'html' ? 'html' : 'json'}`, content: await response.blob() };
}

/** Hands a file to the browser to keep. */
export function keepFile({ name, content }: ExportedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
