import { describe, expect, it } from 'vitest';
import { describeSaving } from '../../../client/src/article/saving-words.ts';

describe('the saved indicator', () => {
  it('[PG16] says "Saved" only of what the server has, while there is a server', () => {
    expect(describeSaving({ kind: 'saved' }, 'online').words).toBe('Saved');
    expect(describeSaving({ kind: 'saved' }, 'offline').words).toBe('Offline');
    expect(describeSaving({ kind: 'saving', unsaved: 2 }, 'online').words).toBe('Saving…');
  });

  it('[PG16] counts what waits on this device while there is no server', () => {
    const said = describeSaving({ kind: 'offline', unsaved: 3 }, 'offline');
    expect(said.words).toBe('Offline · 3 unsent');
    expect(said.detail).toContain('3 changes are kept on this device');
    expect(describeSaving({ kind: 'offline', unsaved: 1 }, 'offline').detail).toContain('One change is kept');
  });

  it('[PG16] says why the server refused', () => {
    const said = describeSaving({ kind: 'refused', unsaved: 1, reason: 'The text is locked.' }, 'online');
    expect(said).toMatchObject({ state: 'refused', words: 'Not saved', detail: 'The text is locked.' });
  });
});
