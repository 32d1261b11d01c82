/** An id for something new in a list: made of its name, with a number behind it when there is or was one like it. */
export function freshId(name: string, taken: readonly { readonly id: string }[]): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  const base = plain || 'new';
  const isTaken = (id: string) => taken.some((one) => one.id === id);
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) if (!isTaken(`${base}-${number}`)) return `${base}-${number}`;
}
