import type { ArticleId, Person } from '@assay/shared/model';
import { AgendaContext } from '../agenda/index.ts';
import { useSession } from '../api/index.ts';
import { MarginContext } from '../margin/index.ts';
import { Spinner } from '../ui/index.ts';
import { FlowContext } from '../workflow/index.ts';
import { ArticleView } from './ArticleView.tsx';
import { ClosedPage, useNothingToShow } from './ClosedPage.tsx';
import type { Desk } from './desk.ts';
import type { LinkedEntry } from './linked-entry.ts';
import { useOpenArticle } from './use-open-article.ts';

interface ArticlePageProps {
  readonly articleId: ArticleId;
  readonly focus: LinkedEntry | null;
}

/** One article with its margin: read, edited, marked and discussed together. For people who are signed in. */
export function ArticlePage({ articleId, focus }: ArticlePageProps) {
  const session = useSession();
  return session && <OpenArticle articleId={articleId} focus={focus} me={session.person} />;
}

function OpenArticle({ articleId, focus, me }: ArticlePageProps & { readonly me: Person }) {
  const desk = useOpenArticle(articleId, me);
  if (!desk) return <Spinner label="Opening the article" />;
  return <Opened desk={desk} focus={focus} />;
}

function Opened({ desk, focus }: { readonly desk: Desk; readonly focus: LinkedEntry | null }) {
  if (useNothingToShow(desk.session)) return <ClosedPage session={desk.session} />;
  return (
    <MarginContext value={desk.margin}>
      <FlowContext value={desk.flow}>
        <AgendaContext value={desk.agenda}>
          <ArticleView desk={desk} linked={focus} />
        </AgendaContext>
      </FlowContext>
    </MarginContext>
  );
}
