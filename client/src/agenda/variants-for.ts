import type { Group } from '@assay/shared/model';
import type { AgendaDesk } from './agenda-desk.ts';
import { type Variant, variantsOf } from './variants.ts';

/** The variants of a group as its marks stand now. */
export function variantsFor({ margin, session }: AgendaDesk, { marks }: Group): readonly Variant[] {
  const { annotations } = session.review.get().state;
  const editor = margin.editor.get();
  return variantsOf(
    marks
      .flatMap((id) => annotations.get(id) ?? [])
      .map((mark) => ({ mark, pieces: editor?.piecesOf(mark.id) ?? [] })),
  );
}
