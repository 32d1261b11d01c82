const NAME_LIMIT = 120;

/** The header that offers a file under a name (RFC 6266): in ASCII for old programs, in full for the others. */
export function contentDisposition(name: string): string {
  const at = name.lastIndexOf('.');
  const [stem, extension] = [name.slice(0, at), name.slice(at)];
  const safe = stem
    .replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, NAME_LIMIT)
    .replace(/[\uD800-\uDBFF]$/, '');
  const full = `${safe.replace(/^\.+/, '').trim() || 'article'}${extension}`;
  const ascii = full
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '')
    .trim();
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${/^\.|^$/.test(ascii) ? `article${extension}` : ascii}"; filename*=UTF-8''${encoded}`;
}
