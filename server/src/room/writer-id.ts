import { sha256Hex } from '@assay/shared/model';

/**
 * The Yjs client id under which the server writes review documents. The log is their only history, so one id serves for
 * ever; data restored from a backup have another epoch and so another id, and never reuse ids that readers have seen.
 */
export function writerOf(epoch: string): number {
  return Number.parseInt(sha256Hex(`review ${epoch}`).slice(0, 8), 16);
}
