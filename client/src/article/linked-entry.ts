import type { AnnotationId, ThreadId } from '@assay/shared/model';

/** The mark or thread that an address names. */
export type LinkedEntry =
  | { readonly kind: 'mark'; readonly id: AnnotationId }
  | { readonly kind: 'thread'; readonly id: ThreadId };
