import { canonicalJson, type EventId, sha256Hex } from '@assay/shared/model';
import type { RecordedEvent, ReviewEvent } from './events.ts';

/** The end of a chain of events: what the next one is sealed to. Any `RecordedEvent` is one. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The end of a chain that has not begun. */
export const CHAIN_START: ChainEnd = { seq: 0, hash: '0'.repeat(64) };

/** The event as the log holds it: numbered, and sealed by a hash that covers it and, through `previous`, all before. */
export function sealEvent(
  previous: ChainEnd,
  event: ReviewEvent & { readonly id: EventId; readonly command: string },
): RecordedEvent {
  const unsealed = { ...event, seq: previous.seq + 1, previous: previous.hash };
  return { ...unsealed, hash: hashOf(unsealed) };
}

export type ChainCheck =
  | { readonly ok: true; readonly end: ChainEnd }
  /** The first event that is not as it was sealed, or not the one that should follow. */
  | { readonly ok: false; readonly seq: number; readonly problem: 'gap' | 'broken-link' | 'altered' };

/** Whether these events are unaltered, without gaps, and follow `from`. */
export function verifyChain(events: Iterable<RecordedEvent>, from: ChainEnd = CHAIN_START): ChainCheck {
  let end = from;
  for (const event of events) {
    const { hash, ...unsealed } = event;
    if (event.seq !== end.seq + 1) return { ok: false, seq: event.seq, problem: 'gap' };
    if (event.previous !== end.hash) return { ok: false, seq: event.seq, problem: 'broken-link' };
    if (hashOf(unsealed) !== hash) return { ok: false, seq: event.seq, problem: 'altered' };
    end = { seq: event.seq, hash };
  }
  return { ok: true, end: { seq: end.seq, hash: end.hash } };
}

function hashOf(unsealed: Omit<RecordedEvent, 'hash'>): string {
  return sha256Hex(canonicalJson(unsealed));
}
