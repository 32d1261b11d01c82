import { Button, Notice } from '../ui/index.ts';

/** Stands where the text would be when this version of the page cannot show it: nothing of it is changed. */
export function UnreadableText({ reason }: { readonly reason: string }) {
  return (
    <Notice
      tone="error"
      title="This version of the page cannot show the text"
      actions={
        <Button tone="primary" onPress={() => location.reload()}>
          Reload the page
        </Button>
      }
    >
      <p>
        The article is safe and stays as it is. Reload the page; if that does not help, tell who runs Assay
        here.
      </p>
      <p className="article-problem">{reason}</p>
    </Notice>
  );
}
