/** The root of what can go wrong in the store; `name` says which. */
export class StorageError extends Error {
  override name = 'StorageError';
}

/** The expected sequence number was not the log's: somebody else has written. Nothing of the transaction was kept. */
export class SequenceConflict extends StorageError {
  override name = 'SequenceConflict';
}

/** A unique, foreign key or check constraint refused the transaction. Nothing of it was kept. */
export class ConstraintViolation extends StorageError {
  override name = 'ConstraintViolation';
}

/** The disk has no room. Nothing of the commit was kept; writing works again when there is room. */
export class StorageFull extends StorageError {
  override name = 'StorageFull';
}

/** The disk failed. What it holds is not certain any more, so nothing is written until the program starts again. */
export class StorageFailed extends StorageError {
  override name = 'StorageFailed';
}

/** What was read is not what was written. It is not served. */
export class CorruptRow extends StorageError {
  override name = 'CorruptRow';
}

/** The file was written by a newer version of the program. It is left alone. */
export class NewerData extends StorageError {
  override name = 'NewerData';
}

const KINDS = {
  StorageError,
  SequenceConflict,
  ConstraintViolation,
  StorageFull,
  StorageFailed,
  CorruptRow,
  NewerData,
};

/** An error as it crosses the border between threads. */
export interface SentError {
  readonly kind: keyof typeof KINDS;
  readonly message: string;
}

export function sendError(error: unknown): SentError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StorageError && error.name in KINDS)
    return { kind: error.name as keyof typeof KINDS, message };
  return { kind: 'StorageError', message };
}

export function receiveError(sent: SentError): StorageError {
  return new KINDS[sent.kind](sent.message);
}
