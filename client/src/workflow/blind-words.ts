/** Who reads the banner of a blind article. */
export interface BlindReader {
  readonly marks: boolean;
  /** May comment, and so keep notes. */
  readonly notes: boolean;
  readonly asked: boolean;
  readonly done: boolean;
}

/** What blind marking means for somebody, and what they can do. */
export function blindWords({ marks, notes, asked, done }: BlindReader): string {
  const until = 'until all marks are revealed';
  if (!marks)
    return notes
      ? `The reviewers mark without seeing each other. You will see their marks when they are revealed; what you note here stays yours alone until then.`
      : `The reviewers mark without seeing each other. You will see their marks when they are revealed.`;
  if (done) return `You are done. You can still change your marks ${until}; nobody else sees them before.`;
  const own = `Your marks and notes stay yours alone ${until}; the others see only how many marks you have.`;
  return asked
    ? `Mark what you find, and say when you are done. ${own}`
    : `Others were chosen to mark this article. You can mark it too, but nobody waits for you. ${own}`;
}
