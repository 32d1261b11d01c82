const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const IMAGE_PROTOCOLS = new Set(['http:', 'https:']);
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/i;

/** The longest address that is kept, in UTF-16 units. */
const ADDRESS_LIMIT = 4_000;
/** The longest picture kept inside the article itself, in UTF-16 units of its data address. */
const DATA_IMAGE_LIMIT = 100_000;

/** An absolute address by the URL standard, or null. The parser itself removes the tabs and line ends that hide a scheme. */
function absolute(raw: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(raw) : new URL(raw, base);
  } catch {
    return null;
  }
}

/** The address of a link if it is http, https or mailto, in its standard form; null for anything else. */
export function linkAddress(raw: string, base: string | null = null): string | null {
  const url = absolute(raw, base);
  return url && LINK_PROTOCOLS.has(url.protocol) && url.href.length <= ADDRESS_LIMIT ? url.href : null;
}

/** The address of a picture if it is http or https, or a small bitmap carried in the address itself; null otherwise. */
export function imageAddress(raw: string, base: string | null = null): string | null {
  const trimmed = raw.trim();
  if (DATA_IMAGE.test(trimmed)) return trimmed.length <= DATA_IMAGE_LIMIT ? trimmed : null;
  const url = absolute(trimmed, base);
  return url && IMAGE_PROTOCOLS.has(url.protocol) && url.href.length <= ADDRESS_LIMIT ? url.href : null;
}
