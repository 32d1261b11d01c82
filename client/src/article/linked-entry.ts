import type { AnnotationId, GroupId, ThreadId } from '@assay/shared/model';

/** The mark, group or thread that an address names. */
export type LinkedEntry =
  | { readonly kind: 'mark'; readonly id: AnnotationId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'thread'; readonly id: ThreadId };
