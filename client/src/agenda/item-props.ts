import type { AgendaEntry } from '@assay/shared/review';
import type { Variant } from './variants.ts';

/** An item with its readings, which what is shown of it has in common. */
export interface ItemProps {
  readonly entry: AgendaEntry;
  readonly variants: readonly Variant[];
}
