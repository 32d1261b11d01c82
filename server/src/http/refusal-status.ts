const STATUS: Readonly<Record<string, number>> = {
  'not-allowed': 403,
  'not-found': 404,
  'already-exists': 409,
  'stale-text': 409,
  withdrawn: 409,
  locked: 409,
  'wrong-phase': 409,
  'already-settled': 409,
  'too-large': 413,
  'bad-range': 422,
  'bad-command': 400,
};

/** The status of a refusal of the ledger. */
export function statusOf(code: string): number {
  return STATUS[code] ?? 400;
}
