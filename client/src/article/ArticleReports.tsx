import { goToOffset } from '../editor/index.ts';
import { Reports } from '../reports/index.ts';
import { useStore } from '../store/index.ts';
import { type Desk, openEntry } from './desk.ts';

/** The reports about this review, and the ways from them into the article. */
export function ArticleReports({ desk }: { readonly desk: Desk }) {
  const open = useStore(desk.report);
  const { session, margin } = desk;
  // After the report has given the keyboard back, so that what is gone to may take it.
  const after = (go: () => void) => void requestAnimationFrame(go);
  return (
    <Reports
      session={session}
      seenUpTo={margin.seenUpTo}
      open={open}
      onClose={() => desk.report.set(null)}
      onOpen={(id) => after(() => openEntry(desk, id, { scroll: true, byKey: true }))}
      onGoTo={(offset) => {
        const editor = margin.editor.get();
        if (editor) after(() => goToOffset(editor, offset));
      }}
    />
  );
}
