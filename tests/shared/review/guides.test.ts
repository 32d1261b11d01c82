import { DEFAULT_GUIDE, type Guide } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { Ledger, place, targetOf } from './ledger.ts';

const SECOND: Guide = { ...DEFAULT_GUIDE, version: 2 };
const QUOTES_ONLY: Guide = {
  ...DEFAULT_GUIDE,
  id: 'quotes-only' as never,
  labels: DEFAULT_GUIDE.labels.filter(({ id }) => id === 'quote'),
};

function bound(): Ledger {
  const ledger = Ledger.started();
  ledger.guides = [DEFAULT_GUIDE, SECOND, QUOTES_ONLY];
  ledger.append({ type: 'guide.bound', guide: DEFAULT_GUIDE }, 'owner');
  return ledger;
}

const bind = ({ id, version }: Guide) => ({ type: 'article.bind-guide', guide: { id, version } }) as const;
const mark = (attributes: object, label = 'quote') => ({
  type: 'annotation.create' as const,
  annotation: {
    id: 'mark-0001' as never,
    label,
    ranges: [...place('words')],
    attributes: attributes as never,
  },
});
const change = (attributes: object) =>
  ({
    type: 'annotation.change-attributes',
    annotation: 'mark-0001' as never,
    attributes: attributes as never,
  }) as const;

describe('the guide of an article', () => {
  it('[RV47] is another version after it was bound, and the same when asked for twice', () => {
    const ledger = bound();
    expect(ledger.does('moderator', bind(SECOND))).toBe('guide.bound');
    expect(ledger.state.guide?.version).toBe(2);
    expect(ledger.does('moderator', bind(SECOND))).toBe('');
  });

  it('[RV47] must exist and have the labels of all marks', () => {
    const ledger = bound();
    expect(ledger.does('moderator', bind({ ...SECOND, version: 9 }))).toBe('not-found');
    ledger.mark('reviewer', 'mark-0001', 'words', 'claim');
    expect(ledger.does('moderator', bind(QUOTES_ONLY))).toBe('bad-command');
    ledger.does('reviewer', { type: 'annotation.withdraw', annotation: 'mark-0001' as never });
    expect(ledger.does('moderator', bind(QUOTES_ONLY))).toBe('guide.bound');
  });

  it('[RV48] offers the labels that a mark can have', () => {
    const ledger = bound();
    expect(ledger.does('reviewer', mark({}, 'rumour'))).toBe('bad-command');
    expect(ledger.does('reviewer', mark({}))).toBe('annotation.created');
    const relabel = { type: 'annotation.relabel', annotation: 'mark-0001' as never } as const;
    expect(ledger.does('reviewer', { ...relabel, label: 'rumour' })).toBe('bad-command');
    expect(ledger.does('reviewer', { ...relabel, label: 'claim' })).toBe('annotation.relabelled');
  });

  it('[RV48] says which values a mark can have, and leaves what it says already', () => {
    const ledger = bound();
    expect(ledger.does('reviewer', mark({ type: 'loud' }))).toBe('bad-command');
    expect(ledger.does('reviewer', mark({ type: 'direct' }))).toBe('annotation.created');
    ledger.does('reviewer', { type: 'annotation.relabel', annotation: 'mark-0001' as never, label: 'claim' });
    expect(ledger.does('reviewer', change({ type: 'indirect' }))).toBe('bad-command');
    expect(ledger.does('reviewer', change({ type: 'direct', checkable: 'yes' }))).toBe(
      'annotation.attributes-changed',
    );
  });

  it('[RV49] may ask for words of the article, which are kept as a mark keeps its own', () => {
    const ledger = bound();
    ledger.does('reviewer', mark({ cueRange: { ranges: place('she said') } }));
    const said = () => ledger.state.annotations.get('mark-0001' as never)?.attributes;
    expect(said()).toEqual({ cueRange: targetOf('she said') });
    expect(ledger.does('reviewer', change({ cueRange: { ranges: place('she said') }, type: 'direct' }))).toBe(
      'annotation.attributes-changed',
    );
    expect(said()).toEqual({ cueRange: targetOf('she said'), type: 'direct' });
    const nowhere = { ranges: [{ start: 1, end: 2 }], text: { sha256: 'a'.repeat(64) } };
    expect(ledger.does('reviewer', change({ cueRange: nowhere }))).toBe('stale-text');
  });
});
