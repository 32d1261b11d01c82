/** Computes agreement away from the page. Works on the latest request alone. */
import { compute, type Desk } from './compute.ts';
import type { FiguresRequest } from './requests.ts';

let latest = 0;

const desk: Desk = {
  isWanted: (id) => id === latest,
  answer: (answer) => self.postMessage(answer),
  breathe: () => new Promise((resolve) => setTimeout(resolve)),
};

self.addEventListener('message', ({ data }: MessageEvent<FiguresRequest>) => {
  latest = data.id;
  if (data.moments.length > 0) void compute(data, desk);
});
