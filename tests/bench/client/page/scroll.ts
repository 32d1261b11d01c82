import { type Measurement, median } from '../../figures.ts';
import { toFrame } from './frames.ts';

const STEPS = 120;

/** Milliseconds of a frame at 60 a second; the clock of frames is rounded to tenths. */
const FRAME = 16.7;
const ROUNDING = 0.1;

/** Scrolls through the whole page in equal steps, one a frame. */
export async function scrollThrough(): Promise<Measurement> {
  const end = document.documentElement.scrollHeight - innerHeight;
  const begun: number[] = [];
  const work: number[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const took = await toFrame(() => {
      begun.push(document.timeline.currentTime as number);
      scrollTo({ top: (end * step) / STEPS, behavior: 'instant' });
    });
    work.push(took);
  }
  const late = begun.slice(1).filter((at, i) => at - begun[i]! > FRAME + ROUNDING);
  return {
    'work a frame': { value: median(work), unit: 'ms' },
    'longest frame': { value: Math.max(...work), unit: 'ms' },
    'frames over 16.7 ms': { value: (100 * late.length) / STEPS, unit: '%' },
  };
}
