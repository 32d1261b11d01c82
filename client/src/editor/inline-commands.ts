import { safeUrl, schema } from '@assay/shared/article';
import { toggleMark } from 'prosemirror-commands';
import type { MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';

/** Whether all selected text, or what is typed next, has the format. */
export function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return !!type.isInSet(state.storedMarks ?? $from.marks());
  let all = true;
  let any = false;
  state.doc.nodesBetween(from, to, (node) => {
    if (!node.isInline) return;
    any = true;
    if (!type.isInSet(node.marks)) all = false;
  });
  return any && all;
}

export const toggle = (type: MarkType): Command => toggleMark(type, null, { removeWhenPresent: false });

/** Raised and lowered at once is neither: each takes the other off. */
export function toggleInsteadOf(type: MarkType, other: MarkType): Command {
  return (state, dispatch) =>
    toggle(type)(
      state,
      dispatch &&
        ((tr) => {
          const { from, to, empty } = state.selection;
          if (empty) tr.removeStoredMark(other);
          else tr.removeMark(from, to, other);
          dispatch(tr);
        }),
    );
}

/** The link around the caret or at the start of the selection: its address and extent. */
export function linkAt(state: EditorState): { href: string; from: number; to: number } | null {
  const { $from } = state.selection;
  const { parent } = $from;
  const { link } = schema.marks;
  let found: { href: string; from: number; to: number } | null = null;
  let open: { href: string; from: number; to: number } | null = null;
  parent.forEach((node, offset) => {
    const mark = link.isInSet(node.marks);
    const from = $from.start() + offset;
    const to = from + node.nodeSize;
    open = mark
      ? open?.href === mark.attrs.href && open?.to === from
        ? { ...open, to }
        : { href: mark.attrs.href, from, to }
      : null;
    if (open && open.from <= $from.pos && $from.pos <= open.to) found = open;
  });
  return found;
}

/** Puts a link on the selection, or changes the one at the caret. An address that may not stand in an article is refused. */
export function setLink(address: string): Command {
  return (state, dispatch) => {
    const href = safeUrl(address);
    const span = state.selection.empty ? linkAt(state) : state.selection;
    if (href === null || !span) return false;
    const { from, to } = span;
    dispatch?.(
      state.tr.removeMark(from, to, schema.marks.link).addMark(from, to, schema.marks.link.create({ href })),
    );
    return true;
  };
}

export const removeLink: Command = (state, dispatch) => {
  const span = state.selection.empty ? linkAt(state) : state.selection;
  if (!span || !(linkAt(state) || state.doc.rangeHasMark(span.from, span.to, schema.marks.link)))
    return false;
  dispatch?.(state.tr.removeMark(span.from, span.to, schema.marks.link));
  return true;
};

/** Takes every format off the selected words but those of a newer version, which nobody here can judge. */
export const clearFormatting: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  if (empty) return false;
  const { tr } = state;
  for (const type of Object.values(schema.marks))
    if (type !== schema.marks.unknown) tr.removeMark(from, to, type);
  if (!tr.docChanged) return false;
  dispatch?.(tr);
  return true;
};
