const figures = new Intl.NumberFormat('en');

/** A number with its noun: `1 mark`, `1,480 words`. */
export function counted(count: number, noun: string): string {
  return `${figures.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}
