import { safeUrl } from '@assay/shared/article';

/** The longest address that is kept, in UTF-16 units. */
const ADDRESS_LIMIT = 4_000;
/** The longest picture kept inside the article itself, in UTF-16 units of its data address. */
const DATA_IMAGE_LIMIT = 100_000;

/** An absolute address by the URL standard, or null. The parser itself removes the tabs and line ends that hide a scheme. */
function absolute(raw: string, base: string | null): string | null {
  try {
    return (base === null ? new URL(raw) : new URL(raw, base)).href;
  } catch {
    return null;
  }
}

/** The absolute address of a link if an article may hold it, in its standard form; null otherwise. */
export function linkAddress(raw: string, base: string | null = null): string | null {
  const href = safeUrl(absolute(raw, base));
  return href !== null && href.length <= ADDRESS_LIMIT ? href : null;
}

/** The absolute address of a picture, or a small picture carried in the address itself, if an article may hold it. */
export function imageAddress(raw: string, base: string | null = null): string | null {
  const src = safeUrl(absolute(raw, base), 'figure');
  if (src === null) return null;
  return src.length <= (src.startsWith('data:') ? DATA_IMAGE_LIMIT : ADDRESS_LIMIT) ? src : null;
}
