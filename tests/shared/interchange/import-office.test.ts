import { listKindOf, officeMeaning } from '@assay/shared/article';
import { importArticle } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';
import { OFFICE } from '../../fixtures/office-html.ts';
import { imported } from './import-notation.ts';

describe('a page of a word processor', () => {
  it.each(OFFICE)(
    '[IM11] of $program keeps headings, lists with levels, formats, links and notes, and no apparatus',
    (clip) => {
      expect(imported(clip.html, 'html')).toEqual(clip.lines);
    },
  );

  it.each(OFFICE)('[IM11] of $program comes in without a complaint', ({ html }) => {
    expect(importArticle({ content: html, format: 'html' }).warnings).toEqual([]);
  });

  it.each([
    ['1.', 'ordered'],
    ['12)', 'ordered'],
    ['(iv)', 'ordered'],
    ['1.2.3', 'ordered'],
    ['a)', 'ordered'],
    ['·', 'bullet'],
    ['o', 'bullet'],
    ['§', 'bullet'],
    ['–', 'bullet'],
    ['', 'bullet'],
  ])('[IM11] counts a list whose marker is “%s” as %s', (marker, kind) => {
    expect(listKindOf(marker)).toBe(kind);
  });

  it('[IM11] takes nothing for a word processor’s that says nothing of the kind', () => {
    expect(officeMeaning('p', () => null)).toBeNull();
    expect(officeMeaning('h1', (name) => (name === 'style' ? 'mso-list:l0 level1 lfo1' : null))).toBeNull();
    expect(imported('<p style="display:none">kept</p><p class="subtitle">too</p>', 'html')).toEqual([
      'p kept',
      'p too',
    ]);
  });
});
