import type { ArticleSession } from '../session/index.ts';
import { useStore } from '../store/index.ts';
import { Button, buttonClass, MessagePage } from '../ui/index.ts';

/** Whether the server has closed the door before anything of the article was read, here or on an earlier visit. */
export function useNothingToShow(session: ArticleSession): boolean {
  const closed = useStore(session.closed) !== null;
  const known = useStore(session.review, (view) => view.state.article !== null);
  const text = useStore(session.textReady);
  return closed && !known && !text;
}

/** In the place of an article that is not there for this person. */
export function ClosedPage({ session }: { readonly session: ArticleSession }) {
  const closed = useStore(session.closed);
  return (
    <MessagePage
      title="This article cannot be opened"
      actions={
        <>
          <a className={buttonClass('primary')} href="/">
            All articles
          </a>
          <Button onPress={() => location.reload()}>Try again</Button>
        </>
      }
    >
      <p>{closed?.reason}</p>
      <p>
        The link may be incomplete, the article may have been taken away, or it was shared with others and not
        with you. Whoever gave you the link can tell.
      </p>
    </MessagePage>
  );
}
