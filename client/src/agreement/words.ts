import type { Coefficient } from '@assay/shared/agreement';
import type { Estimate } from '@assay/shared/agreement-report';

/** A figure with two decimals and a true minus sign; what has none is a dash. */
export function figureWords(coefficient: Coefficient): string {
  return coefficient.kind === 'figure' ? decimal(coefficient.value) : '–';
}

export function decimal(value: number): string {
  const rounded = value.toFixed(2);
  return rounded === '-0.00' ? '0.00' : rounded.replace('-', '−');
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** An interval's ends, or why there are none; nothing while they are still being drawn. */
export function intervalWords(interval: Estimate['interval']): string {
  if (!interval) return '';
  return interval.kind === 'interval' ? `${decimal(interval.low)} to ${decimal(interval.high)}` : '';
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Where a figure stands, in words without a verdict. */
export function placeWords(value: number): string {
  if (value >= 0.995) return 'The reviewers marked alike throughout.';
  if (value >= 0.005) return `The reviewers are ${percent(value)} of the way from chance to full agreement.`;
  if (value > -0.005) return 'The reviewers agree as often as chance alone would have it.';
  return 'The reviewers agree less often than chance alone would have it.';
}
