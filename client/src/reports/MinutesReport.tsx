import { boundGuides, gatherMinutes, minutesHtml, minutesMarkdown } from '@assay/shared/interchange';
import type { ArticleId, FrozenMarks, GuideLabel } from '@assay/shared/model';
import Download from 'lucide-react/icons/download';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type HeadlineFigure, useHeadlines } from '../agreement/index.ts';
import { readAgreement, readLastEvents, useLoaded } from '../api/index.ts';
import { keepFile } from '../exporting/index.ts';
import { useStore } from '../store/index.ts';
import { Button, EmptyState } from '../ui/index.ts';
import { MinutesItems } from './MinutesItems.tsx';
import { MinutesParts } from './MinutesParts.tsx';
import type { ReportProps } from './report-props.ts';

/** As many events as the server tells at once. */
const MOST_EVENTS = 1_000;

/** The minutes as they stand now: they write themselves, and go on while people decide. */
export function MinutesReport({ session, onOpen }: ReportProps) {
  const { state, people } = useStore(session.review);
  const [agreement, setAgreement] = useState<readonly HeadlineFigure[]>([]);
  const guides = useBoundGuides(session.article);
  const minutes = useMemo(
    () => (state.article ? gatherMinutes({ state, people, agreement, guides }) : null),
    [state, people, agreement, guides],
  );
  if (!minutes || state.workflow.phase === 'marking')
    return (
      <EmptyState title="No minutes yet" level={3}>
        <p>They begin when marking is over, and write themselves from what is settled.</p>
      </EmptyState>
    );
  const keep = (extension: string, type: string, content: string) =>
    keepFile({ name: `Minutes of ${minutes.title}.${extension}`, content: new Blob([content], { type }) });
  const icon = <Download className="icon" aria-hidden="true" />;
  return (
    <section className="minutes" aria-label={`Minutes of ${minutes.title}`}>
      <div className="minutes-files">
        <Button
          size="small"
          icon={icon}
          onPress={() => keep('md', 'text/markdown;charset=utf-8', minutesMarkdown(minutes))}
        >
          Markdown
        </Button>
        <Button
          size="small"
          icon={icon}
          onPress={() => keep('html', 'text/html;charset=utf-8', minutesHtml(minutes))}
        >
          Web page
        </Button>
      </div>
      <MinutesAgreement session={session} onFigures={setAgreement} />
      <MinutesParts minutes={minutes} />
      <MinutesItems title="Settled" items={minutes.settled} onOpen={onOpen} />
      <MinutesItems title="Parked" items={minutes.parked} onOpen={onOpen} />
      <MinutesItems title="Still open" items={minutes.open} onOpen={onOpen} />
    </section>
  );
}

const NONE: ReturnType<typeof boundGuides> = [];

/** The guides by which an article was marked one after the other; none without the server. */
function useBoundGuides(article: ArticleId) {
  const ask = useCallback(
    async (signal: AbortSignal) => boundGuides(await readLastEvents(article, MOST_EVENTS, signal)),
    [article],
  );
  const { loaded } = useLoaded(ask);
  return loaded.kind === 'loaded' ? loaded.value : NONE;
}

interface AgreementProps extends Pick<ReportProps, 'session'> {
  /** Must keep its identity. */
  onFigures(figures: readonly HeadlineFigure[]): void;
}

/** Brings the main figures of agreement, for those who may see them. Shows nothing by itself. */
function MinutesAgreement({ session, onFigures }: AgreementProps) {
  const { article } = session;
  const ask = useCallback((signal: AbortSignal) => readAgreement(article, signal), [article]);
  const { loaded } = useLoaded(ask);
  const labels = useStore(session.guide, (guide) => guide.labels);
  if (loaded.kind !== 'loaded') return null;
  return <Figures {...loaded.value} labels={labels} onFigures={onFigures} />;
}

type FiguresProps = Pick<AgreementProps, 'onFigures'> & {
  readonly before: FrozenMarks;
  readonly after: FrozenMarks;
  readonly labels: readonly GuideLabel[];
};

function Figures({ before, after, labels, onFigures }: FiguresProps) {
  const figures = useHeadlines(before, after, labels);
  useEffect(() => onFigures(figures), [figures, onFigures]);
  return null;
}
