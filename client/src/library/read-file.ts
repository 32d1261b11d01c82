import { decodeBytes } from './decode-bytes.ts';
import type { Source } from './source.ts';

/** The server takes no more. */
const LARGEST_FILE = 5 * 1024 * 1024;

/** A file that cannot become an article; the message says why and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** The words of a file as a source. Throws an `UnreadableFile`. */
export async function readFile(file: File): Promise<Source> {
  // The importers are large, and needed only here and for the preview.
  const { formatOfFile } = await import('@assay/shared/interchange');
  const format = formatOfFile(file.name) ?? formatOfType(file.type);
  if (!format)
    throw new UnreadableFile(
      `${file.name} is of a kind that cannot be read yet. Save it as HTML, Markdown or plain text, or paste its words.`,
    );
  if (file.size > LARGEST_FILE)
    throw new UnreadableFile(`${file.name} is larger than 5 MB. Cut it, or paste the part you need.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0) && !startsAsUtf16(bytes))
    throw new UnreadableFile(`${file.name} is not a text file, whatever its name says.`);
  return { content: decodeBytes(bytes), format, fileName: file.name, bytes };
}

function formatOfType(type: string): Source['format'] | null {
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/markdown') return 'markdown';
  return type === 'text/plain' ? 'text' : null;
}

function startsAsUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
