import type { AgreementReport, ArticleFigures, ParagraphHeat } from '@assay/shared/agreement-report';
import type { FrozenMarks, GuideLabel, Person, PersonId } from '@assay/shared/model';
import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { Button, EmptyState, Notice, notify, Progress, Segmented, Spinner } from '../ui/index.ts';
import { AttributeTable } from './AttributeTable.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { ConfusedLabels } from './ConfusedLabels.tsx';
import { downloadFigures } from './download-figures.ts';
import type { FiguresState } from './figures.ts';
import { Headline } from './Headline.tsx';
import { HeatStrip } from './HeatStrip.tsx';
import { LabelFigures } from './LabelFigures.tsx';
import { MainFigures } from './MainFigures.tsx';
import { MetMarks } from './MetMarks.tsx';
import { type Names, namesOf } from './names.ts';
import { PairMatrix } from './PairMatrix.tsx';
import { useFigures } from './use-figures.ts';
import './agreement.css';

/** The view computes anew whenever `before`, `after`, `labels` or `text` is another object than it was. */
export interface AgreementViewProps {
  /** The marks as each reviewer made them alone. */
  readonly before: FrozenMarks;
  /** The marks after the discussion, if there are any. */
  readonly after?: FrozenMarks | null;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly labels: readonly GuideLabel[];
  /** The linear text. Where it is no longer the one that was marked, it is not used. */
  readonly text?: string;
  /** What the article is called. */
  readonly title?: string;
  /** Goes to a paragraph of the marked text, counted from 0. */
  onGoTo?(paragraph: number): void;
}

/** How far the reviewers of an article agree. Computes away from the page, and shows what it has as it comes. */
export function AgreementView(props: AgreementViewProps) {
  const { before, after = null, people, labels, text, title = 'Article' } = props;
  const { state, ask, stop } = useFigures({ before, after, labels, text });
  const { reports } = state;
  return (
    <section className="agreement" aria-labelledby="agreement-title">
      <header className="agreement-top">
        <h2 id="agreement-title">How far you agree</h2>
        {reports && (
          <Button
            size="small"
            icon={<Download className="icon" aria-hidden="true" />}
            onPress={() => void downloadFigures({ reports, title, labels, people }).catch(downloadFailed)}
          >
            All figures (CSV)
          </Button>
        )}
      </header>
      <p className="agreement-purpose">
        Figures to learn from: where you read alike, and where the guide leaves room. They say nothing about
        who is right, and are no ranking of people.
      </p>
      <UnderWay state={state} stop={stop} ask={ask} />
      {reports && <Reports {...props} reports={reports} names={namesOf(people, labels)} />}
    </section>
  );
}

function downloadFailed(): void {
  notify({ tone: 'error', message: 'The table could not be made. Try again when you are online.' });
}

interface UnderWayProps {
  readonly state: FiguresState;
  stop(): void;
  ask(): void;
}

function UnderWay({ state: { reports, progress, isStopped, failure }, stop, ask }: UnderWayProps) {
  if (failure !== null)
    return (
      <Notice
        tone="error"
        title="There are no figures"
        actions={
          <Button size="small" onPress={ask}>
            Try again
          </Button>
        }
      >
        {failure}
      </Notice>
    );
  if (!reports) return <Spinner label="Comparing the marks" />;
  if (!progress && !isStopped) return null;
  return (
    <div className="under-way">
      {progress && <Progress label="Drawing intervals and γ" {...progress} />}
      {isStopped && <p>Stopped. Intervals and γ may be missing.</p>}
      <Button size="small" onPress={progress ? stop : ask}>
        {progress ? 'Stop' : 'Go on'}
      </Button>
    </div>
  );
}

const MOMENTS = [
  { id: 'before', label: 'Before discussion' },
  { id: 'after', label: 'After discussion' },
] as const;

interface ReportsProps extends AgreementViewProps {
  readonly reports: readonly AgreementReport[];
  readonly names: Names;
}

function Reports({ reports, names, text, before: frozen, after: frozenAfter, onGoTo }: ReportsProps) {
  const [moment, setMoment] = useState<'before' | 'after'>('before');
  const [before, after] = reports.map(({ articles }) => articles[0]!) as [ArticleFigures, ArticleFigures?];
  const isAfter = moment === 'after' && after !== undefined;
  const figures = isAfter ? after : before;
  const lack = lackOf(figures);
  const length = (isAfter ? frozenAfter : frozen)?.text.length;
  const wordsOf = ({ start, end }: ParagraphHeat) =>
    text !== undefined && text.length === length ? text.slice(start, end) : null;
  return (
    <>
      {after && (
        <Segmented label="The marks of which moment" segments={MOMENTS} value={moment} onChange={setMoment} />
      )}
      {lack === null ? (
        <>
          {isAfter && (
            <p className="agreement-note">
              These marks were made knowing those of the others. They show what could be settled; how clear
              the guide is, the marks before show.
            </p>
          )}
          <Headline figures={figures} />
          <MainFigures figures={figures} />
          {after && <BeforeAfter before={before} after={after} names={names} />}
          <MetMarks figures={figures} names={names} />
          <LabelFigures figures={figures} names={names} />
          <ConfusedLabels figures={figures} names={names} />
          <PairMatrix figures={figures} names={names} />
          <AttributeTable figures={figures} names={names} />
          <HeatStrip figures={figures} wordsOf={wordsOf} onGoTo={onGoTo} />
        </>
      ) : (
        <EmptyState title="Nothing to compare yet" level={3}>
          <p>{lack}</p>
        </EmptyState>
      )}
    </>
  );
}

const NOTHING = ['fewer-than-two-coders', 'no-text', 'nothing-marked'];

/** Why there is nothing at all to show, if so. */
function lackOf({ headline: { coefficient } }: ArticleFigures): string | null {
  return coefficient.kind === 'undefined' && NOTHING.includes(coefficient.reason) ? coefficient.why : null;
}
