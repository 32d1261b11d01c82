import type { ArticleEditor } from '../editor/index.ts';
import { useStore } from '../store/index.ts';
import { Button, Notice } from '../ui/index.ts';
import type { Desk } from './desk.ts';

/** Says when the text on the page can no longer be kept in step with the article, so that nothing is typed in vain. */
export function ProblemNotice({ desk }: { readonly desk: Desk }) {
  const editor = useStore(desk.margin.editor);
  return editor && <ProblemOf editor={editor} />;
}

function ProblemOf({ editor }: { readonly editor: ArticleEditor }) {
  const problem = useStore(editor.problem);
  if (!problem) return null;
  return (
    <Notice
      tone="error"
      title="The text on this page is out of step"
      actions={
        <Button tone="primary" onPress={() => location.reload()}>
          Reload the page
        </Button>
      }
    >
      <p>Nothing more can be written here. What was saved is safe; reload the page to go on.</p>
      <p className="article-problem">{problem.message}</p>
    </Notice>
  );
}
