import type { Group } from '@assay/shared/model';
import { useMemo } from 'react';
import { useStore } from '../store/index.ts';
import { useAgendaDesk } from './use-agenda.ts';
import type { Variant } from './variants.ts';
import { variantsFor } from './variants-for.ts';

/** The variants of a group as its marks stand now, and the text that their offsets count in. */
export function useVariants(group: Group): { readonly variants: readonly Variant[]; readonly text: string } {
  const desk = useAgendaDesk();
  const annotations = useStore(desk.session.review, (view) => view.state.annotations);
  const placements = useStore(desk.margin.placements);
  const editor = useStore(desk.margin.editor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where marks stand is asked of the editor, and changes with the placements
  return useMemo(
    () => ({ variants: variantsFor(desk, group), text: desk.session.linearText() }),
    [desk, group, annotations, placements, editor],
  );
}
