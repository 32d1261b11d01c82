import type { AnnotationId, ArticleId, GroupId, GuideId, ThreadId } from '@assay/shared/model';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { LibraryPage } from '../library/index.ts';
import { MembersPage } from '../settings/index.ts';
import { Spinner } from '../ui/index.ts';
import { JoinPage } from './JoinPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { SetupPage } from './SetupPage.tsx';
import { SignedIn } from './SignedIn.tsx';

const ArticlePage = lazy(async () => {
  const { ArticlePage } = await import('../article/index.ts');
  return { default: ArticlePage };
});

const GuidesPage = lazy(async () => {
  const { GuidesPage } = await import('../guide-pages/index.ts');
  return { default: GuidesPage };
});

const GuidePage = lazy(async () => {
  const { GuidePage } = await import('../guide-pages/index.ts');
  return { default: GuidePage };
});

export function Routes() {
  return (
    <Switch>
      <Route path="/setup" component={SetupPage} />
      <Route path="/join" component={JoinPage} />
      <Route path="/">
        <SignedIn>
          <LibraryPage />
        </SignedIn>
      </Route>
      <Route path="/members">
        <SignedIn>
          <MembersPage />
        </SignedIn>
      </Route>
      <Route path="/guides">
        <SignedIn>
          <Suspense fallback={<Spinner label="Opening the guides" />}>
            <GuidesPage />
          </Suspense>
        </SignedIn>
      </Route>
      <Route<{ guide: string }> path="/guides/:guide">
        {({ guide }) => (
          <SignedIn>
            <Suspense fallback={<Spinner label="Opening the guide" />}>
              <GuidePage key={guide} guideId={guide as GuideId} />
            </Suspense>
          </SignedIn>
        )}
      </Route>
      {/* One route for all four addresses of an article, so that going to a mark does not open it anew. */}
      <Route<ArticleParams> path="/articles/:article/:kind?/:id?">
        {({ article, kind, id }) => <ArticleRoute article={article} kind={kind} id={id} />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}

type ArticleParams = Readonly<Record<'article', string> & Partial<Record<'kind' | 'id', string>>>;

interface ArticleRouteProps {
  readonly article: string;
  readonly kind: string | undefined;
  readonly id: string | undefined;
}

function ArticleRoute({ article, kind, id }: ArticleRouteProps) {
  const focus = focusOf(kind, id);
  if (kind !== undefined && !focus) return <NotFoundPage />;
  return (
    <SignedIn>
      <Suspense fallback={<Spinner label="Opening the article" />}>
        <ArticlePage key={article} articleId={article as ArticleId} focus={focus} />
      </Suspense>
    </SignedIn>
  );
}

function focusOf(kind: string | undefined, id: string | undefined) {
  if (kind === 'marks' && id) return { kind: 'mark', id: id as AnnotationId } as const;
  if (kind === 'groups' && id) return { kind: 'group', id: id as GroupId } as const;
  if (kind === 'threads' && id) return { kind: 'thread', id: id as ThreadId } as const;
  return null;
}
