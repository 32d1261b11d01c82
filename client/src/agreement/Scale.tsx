import { GUIDE_LINES } from '@assay/shared/agreement';
import type { Estimate } from '@assay/shared/agreement-report';
import type { CSSProperties } from 'react';

/** From where to where a scale reaches; always to 1. */
export interface Domain {
  readonly from: number;
}

/** The scale that shows all of these: from 0, or from below it in steps of a quarter. */
export function domainOf(estimates: readonly Estimate[]): Domain {
  const lowest = estimates.flatMap(({ coefficient, interval }) => [
    ...(coefficient.kind === 'figure' ? [coefficient.value] : []),
    ...(interval?.kind === 'interval' ? [interval.low] : []),
  ]);
  return { from: Math.max(-1, Math.min(0, Math.floor(Math.min(0, ...lowest) * 4) / 4)) };
}

function at(value: number, { from }: Domain): string {
  const share = (Math.min(1, Math.max(from, value)) - from) / (1 - from);
  return `${(share * 100).toFixed(2)}%`;
}

function place(value: number, domain: Domain): CSSProperties {
  return { insetInlineStart: at(value, domain) };
}

interface ScaleProps {
  readonly estimate: Estimate;
  readonly domain: Domain;
  /** The same figure at an earlier moment, drawn hollow. */
  readonly before?: Estimate | undefined;
}

/** A figure with its interval between chance and full agreement. The figures in words stand in the same row. */
export function Scale({ estimate, domain, before }: ScaleProps) {
  return (
    <span className="scale" aria-hidden="true">
      <Lines domain={domain} />
      {before && <Point estimate={before} domain={domain} className="scale-before" />}
      <Point estimate={estimate} domain={domain} className="scale-now" />
    </span>
  );
}

function Lines({ domain }: { readonly domain: Domain }) {
  return (
    <>
      <span className="scale-track" />
      <span className="scale-zero" style={place(0, domain)} />
      {Object.values(GUIDE_LINES).map((line) => (
        <span key={line} className="scale-line" style={place(line, domain)} />
      ))}
    </>
  );
}

interface PointProps {
  readonly estimate: Estimate;
  readonly domain: Domain;
  readonly className: string;
}

function Point({ estimate: { coefficient, interval }, domain, className }: PointProps) {
  if (coefficient.kind === 'undefined') return null;
  return (
    <>
      {interval?.kind === 'interval' && (
        <span
          className={`scale-interval ${className}`}
          style={{
            ...place(interval.low, domain),
            insetInlineEnd: `calc(100% - ${at(interval.high, domain)})`,
          }}
        />
      )}
      <span className={`scale-dot ${className}`} style={place(coefficient.value, domain)} />
    </>
  );
}

/** What stands over a column of scales: chance, the customary lines, full agreement. */
export function ScaleHead({ domain }: { readonly domain: Domain }) {
  return (
    <span className="scale-head" aria-hidden="true">
      {domain.from < 0 && (
        <span style={place(domain.from, domain)}>{domain.from.toFixed(2).replace('-', '−')}</span>
      )}
      <span style={place(0, domain)}>0</span>
      <span style={place(GUIDE_LINES.tentative, domain)}>.667</span>
      <span style={place(GUIDE_LINES.reliable, domain)}>.800</span>
      <span style={place(1, domain)}>1</span>
    </span>
  );
}
