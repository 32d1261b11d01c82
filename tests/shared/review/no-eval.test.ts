import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

it('[RV45] commands are read without making code out of text, which the page’s policy forbids', async () => {
  let made = 0;
  class Watched {
    constructor() {
      made += 1;
      throw new EvalError('Forbidden by the policy.');
    }
  }
  vi.stubGlobal('Function', Watched);
  const { parseCommand } = await import('@assay/shared/review');
  expect(parseCommand({ id: 'command-1', type: 'article.lock' }).ok).toBe(true);
  expect(made).toBe(0);
});
