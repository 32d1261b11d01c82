const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const IMAGE_PROTOCOLS = new Set(['http:', 'https:']);
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s]*$/i;

/**
 * The address when it may stand in an article, otherwise null. Links may be absolute `http:`, `https:` and `mailto:`;
 * figures `http:`, `https:` and base64 raster images in `data:`. Relative addresses and fragments mean nothing outside
 * their page and are refused too. Blanks around it, and the tabs and line breaks URL parsers skip, are removed.
 */
export function safeUrl(address: unknown, use: 'link' | 'figure' = 'link'): string | null {
  if (typeof address !== 'string') return null;
  const url = address.replace(/[\t\n\r]/g, '').trim();
  if (use === 'figure' && DATA_IMAGE.test(url)) return url;
  const protocol = protocolOf(url);
  if (protocol === null) return null;
  return (use === 'link' ? LINK_PROTOCOLS : IMAGE_PROTOCOLS).has(protocol) ? url : null;
}

function protocolOf(url: string): string | null {
  try {
    return new URL(url).protocol;
  } catch {
    return null;
  }
}
