import { type ReactNode, useId, useRef } from 'react';
import { Explain } from './Explain.tsx';
import type { ExplanationName } from './explanations.ts';
import { useOverflow } from './use-overflow.ts';

interface SectionProps {
  readonly title: string;
  readonly explanation: ExplanationName;
  /** What is to be seen here, in a sentence or two. */
  readonly lead: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page: its heading and lead beside what it shows, above it where the page is narrow. */
export function Section({ title, explanation, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section className="agreement-section" aria-labelledby={id}>
      <div className="agreement-margin">
        <div className="agreement-heading">
          <h3 id={id}>{title}</h3>
          <Explain what={explanation} />
        </div>
        <div className="agreement-lead">{lead}</div>
      </div>
      <div className="agreement-body">{children}</div>
    </section>
  );
}

interface WideTableProps {
  /** What the table is about, for assistive technology. */
  readonly caption: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A table that scrolls by itself where the page is too narrow for it; then the keyboard can scroll it too. */
export function WideTable({ caption, children, className = '' }: WideTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isWide = useOverflow(scroller);
  return (
    <div
      ref={scroller}
      className="wide-table"
      {...(isWide && { tabIndex: 0, role: 'group', 'aria-label': caption })}
    >
      <table className={`figures ${className}`}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
