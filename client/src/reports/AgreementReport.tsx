import { useCallback } from 'react';
import { AgreementView } from '../agreement/index.ts';
import { readAgreement, useLoaded } from '../api/index.ts';
import { useStore } from '../store/index.ts';
import { Button, Notice, Spinner } from '../ui/index.ts';
import type { ReportProps } from './report-props.ts';

/** How far the reviewers agree, from what the server froze when marking ended. */
export function AgreementReport({ session, onGoTo }: ReportProps) {
  const { article } = session;
  const ask = useCallback((signal: AbortSignal) => readAgreement(article, signal), [article]);
  const { loaded, reload } = useLoaded(ask);
  const people = useStore(session.review, (view) => view.people);
  const title = useStore(session.review, (view) => view.state.article?.title ?? '');
  const labels = useStore(session.guide, (guide) => guide.labels);
  const text = session.linearText();
  if (loaded.kind === 'loading') return <Spinner label="Reading the marks" />;
  if (loaded.kind === 'failed')
    return (
      <Notice
        tone="info"
        title="There is no agreement to show"
        actions={
          <Button size="small" onPress={reload}>
            Try again
          </Button>
        }
      >
        {loaded.message}
      </Notice>
    );
  const { before, after } = loaded.value;
  return (
    <AgreementView
      before={before}
      after={after}
      people={people}
      labels={labels}
      text={text}
      title={title}
      onGoTo={(paragraph) => onGoTo(before.text.paragraphs[paragraph]!.start)}
    />
  );
}
