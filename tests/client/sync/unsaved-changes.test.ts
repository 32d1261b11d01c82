import { beforeEach, describe, expect, it } from 'vitest';
import { UnsavedChanges } from '../../../client/src/sync/index.ts';

describe('unsaved changes', () => {
  let unsaved: UnsavedChanges;
  const type = (times = 1) => {
    for (let i = 0; i < times; i++) {
      unsaved.changed();
      unsaved.sent('update');
    }
  };
  beforeEach(() => {
    unsaved = new UnsavedChanges();
    unsaved.connected();
    unsaved.sent('step2');
  });

  it('[SY1] a change is unsaved until its frame is counted', () => {
    type(3);
    expect(unsaved.count.get()).toBe(3);
    unsaved.saved(1);
    expect(unsaved.count.get()).toBe(3);
    unsaved.saved(3);
    expect(unsaved.count.get()).toBe(1);
    unsaved.saved(4);
    expect(unsaved.count.get()).toBe(0);
  });

  it('[SY1] a later count covers an earlier one, and an older one that comes late changes nothing', () => {
    type(5);
    unsaved.saved(6);
    unsaved.saved(2);
    expect(unsaved.count.get()).toBe(0);
  });

  it('[SY1] a count for more frames than were sent saves nothing that comes after', () => {
    unsaved.saved(9);
    type();
    expect(unsaved.count.get()).toBe(1);
  });

  it('[SY2] what was under way when the connection was lost stays unsaved until the next answer is counted', () => {
    type(4);
    unsaved.saved(3);
    unsaved.connected();
    expect(unsaved.count.get()).toBe(2);
    unsaved.changed();
    unsaved.sent('step2');
    unsaved.saved(1);
    expect(unsaved.count.get()).toBe(0);
  });

  it('[SY3] a refused change stays unsaved though its frame is counted, and so do those that hang on it', () => {
    unsaved.saved(1);
    type();
    unsaved.refused();
    unsaved.saved(2);
    type();
    unsaved.saved(3);
    expect(unsaved.count.get()).toBe(2);
    unsaved.sent('step2');
    unsaved.saved(4);
    expect(unsaved.count.get()).toBe(0);
  });

  it('[SY4] changes left over from an earlier visit count until the first answer is kept', () => {
    unsaved = new UnsavedChanges();
    unsaved.changed(7);
    unsaved.connected();
    unsaved.sent('step2');
    type();
    unsaved.saved(1);
    expect(unsaved.count.get()).toBe(1);
  });
});
