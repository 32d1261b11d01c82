/** How many of them are so. */
export function count<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.reduce((sum, one) => sum + (is(one) ? 1 : 0), 0);
}

/** A sentence of a loss report: `2 marks are left out.`; nothing when there are none. */
export function counted(number: number, one: string, many: string, rest: string): string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? one : many} ${rest}`];
}
