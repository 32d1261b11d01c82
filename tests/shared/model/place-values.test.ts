import { EXPORTERS } from '@assay/shared/interchange';
import { type Annotation, type Attributes, isAttributeValue } from '@assay/shared/model';
import { readReview, writeReview } from '@assay/shared/ydoc';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Desk } from '../interchange/exported.ts';

/** An article of which one quote says which words its cue is, in two pieces. */
function desk(): { desk: Desk; mark: Annotation } {
  const desk = Desk.of('The mayor made it all too clear that the pool stays shut.');
  const cue = desk.annotations.get(desk.mark('claim', [desk.find('made'), desk.find('clear')]))!.target;
  const id = desk.mark('quote', 'the pool stays shut', 'Ada', { cue } as Attributes);
  return { desk, mark: desk.annotations.get(id)! };
}

describe('an attribute that holds a place in the article', () => {
  it('[GU17] is kept by the review document, and what only resembles a place is not taken', () => {
    const { mark } = desk();
    const doc = new Y.Doc();
    writeReview(doc, [{ root: 'annotations', id: mark.id, value: mark }]);
    expect(readReview(doc).state.annotations.get(mark.id)).toEqual(mark);
    expect(isAttributeValue(mark.attributes.cue)).toBe(true);
    expect(isAttributeValue({ ranges: [{ start: 'AA==', end: 'AQ==' }] })).toBe(false);
    expect(isAttributeValue({ ranges: [{ start: 1, end: 2, quote: mark.target.ranges[0]!.quote }] })).toBe(
      false,
    );
    expect(isAttributeValue({ words: 'made' })).toBe(false);
  });

  it('[GU17] shows its words where people and programs read it, and all of it in the lossless export', () => {
    const { desk: article, mark } = desk();
    const input = article.gather();
    expect(EXPORTERS.html.export(input)).toContain('made … clear');
    expect(EXPORTERS.w3c.export(input).replace(/\s+/g, '')).toContain('"attribute:cue":["made","clear"]');
    const { ranges } = mark.attributes.cue as Annotation['target'];
    for (const { start } of ranges) expect(EXPORTERS.json.export(input)).toContain(JSON.stringify(start));
  });
});
