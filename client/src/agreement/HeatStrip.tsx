import type { ArticleFigures, ParagraphHeat } from '@assay/shared/agreement-report';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { Button } from '../ui/index.ts';
import { Section, WideTable } from './Section.tsx';
import { counted, figureWords, percent } from './words.ts';

interface HeatStripProps {
  readonly figures: ArticleFigures;
  /** The words of a paragraph, where they are known. */
  wordsOf(paragraph: ParagraphHeat): string | null;
  readonly onGoTo: ((paragraph: number) => void) | undefined;
}

/** Where in the article readers are apart: a column a paragraph, as wide as it is long. */
export function HeatStrip({ figures: { paragraphs }, wordsOf, onGoTo }: HeatStripProps) {
  const [at, setAt] = useState(() => hottestOf(paragraphs));
  const current = paragraphs[Math.min(at, paragraphs.length - 1)];
  return (
    <Section
      title="Along the article"
      explanation="heat"
      lead="A column is a paragraph: the higher, the more of its characters not everybody marked alike. Choose one to go there."
    >
      {current && (
        <>
          <Strip paragraphs={paragraphs} at={at} setAt={setAt} onGoTo={onGoTo} />
          <div className="heat-current">
            <div>
              <p>
                <strong>Paragraph {at + 1}</strong>: {percent(current.share)} contested,{' '}
                {current.alpha.kind === 'figure'
                  ? `agreement ${figureWords(current.alpha)}`
                  : current.alpha.why}
              </p>
              {wordsOf(current) && <p className="heat-words">{wordsOf(current)}</p>}
            </div>
            {onGoTo && (
              <Button size="small" onPress={() => onGoTo(at)}>
                Go there
              </Button>
            )}
          </div>
          <HeatTable paragraphs={paragraphs} wordsOf={wordsOf} />
        </>
      )}
    </Section>
  );
}

function hottestOf(paragraphs: readonly ParagraphHeat[]): number {
  const most = Math.max(0, ...paragraphs.map(({ share }) => share));
  return Math.max(
    0,
    paragraphs.findIndex(({ share }) => share === most),
  );
}

interface StripProps {
  readonly paragraphs: readonly ParagraphHeat[];
  readonly at: number;
  setAt(paragraph: number): void;
  readonly onGoTo: ((paragraph: number) => void) | undefined;
}

function Strip({ paragraphs, at, setAt, onGoTo }: StripProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextOf(event.key, at, paragraphs.length);
    if (next !== null) setAt(next);
    else if (event.key === 'Enter') onGoTo?.(at);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="heat-strip"
      role="slider"
      tabIndex={0}
      aria-label="Paragraph"
      aria-valuemin={1}
      aria-valuemax={paragraphs.length}
      aria-valuenow={at + 1}
      aria-valuetext={`Paragraph ${at + 1} of ${paragraphs.length}, ${percent(paragraphs[at]?.share ?? 0)} contested`}
      onKeyDown={onKeyDown}
    >
      {paragraphs.map((paragraph, i) => (
        // The slider is what the keyboard has; a column is for the pointer.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <span
          key={paragraph.start}
          className="heat-column"
          data-current={i === at || undefined}
          style={columnStyle(paragraph)}
          onClick={() => {
            setAt(i);
            onGoTo?.(i);
          }}
        />
      ))}
    </div>
  );
}

function columnStyle({ start, end, share }: ParagraphHeat): CSSProperties {
  return { flexGrow: end - start, '--share': `${(share * 100).toFixed(1)}%` } as CSSProperties;
}

function nextOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, at + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

type HeatTableProps = Pick<HeatStripProps, 'wordsOf'> & { readonly paragraphs: readonly ParagraphHeat[] };

function HeatTable({ paragraphs, wordsOf }: HeatTableProps) {
  return (
    <details className="agreement-details">
      <summary>{counted(paragraphs.length, 'paragraph')} as a table</summary>
      <WideTable caption="Paragraphs and how far they are contested">
        <thead>
          <tr>
            <th scope="col">Paragraph</th>
            <th scope="col" className="column-number">
              Marked
            </th>
            <th scope="col" className="column-number">
              Contested
            </th>
            <th scope="col" className="column-number">
              Agreement
            </th>
          </tr>
        </thead>
        <tbody>
          {paragraphs.map((paragraph, i) => (
            <tr key={paragraph.start}>
              <th scope="row">
                {i + 1}
                <span className="cell-note heat-words">{wordsOf(paragraph)}</span>
              </th>
              <td className="column-number">
                {percent(paragraph.marked / (paragraph.end - paragraph.start))}
              </td>
              <td className="column-number">{percent(paragraph.share)}</td>
              <td className="column-number">{figureWords(paragraph.alpha)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </details>
  );
}
