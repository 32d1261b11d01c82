import type { SourceFormat } from '@assay/shared/model';

/** An article to be, before the server has it. */
export interface Source {
  readonly content: string;
  readonly format: SourceFormat;
  readonly fileName?: string;
  /** A file's bytes as they are, which the server keeps as the original; `content` is what they say. */
  readonly bytes?: Uint8Array;
}

export const FORMAT_NAMES: Readonly<Record<SourceFormat, string>> = {
  html: 'HTML',
  markdown: 'Markdown',
  text: 'Plain text',
};

/** What the file picker offers. */
export const FILE_TYPES = [
  '.html',
  '.htm',
  '.xhtml',
  '.md',
  '.markdown',
  '.txt',
  'text/html',
  'text/markdown',
  'text/plain',
];

/** What was pasted: the rich form when the clipboard has one, for it knows headings, links and quotes. */
export function sourceOfPaste(clipboard: DataTransfer): Source | null {
  const html = clipboard.getData('text/html');
  if (html.trim()) return { content: html, format: 'html' };
  const text = clipboard.getData('text/plain');
  return text.trim() ? { content: text, format: 'text' } : null;
}
