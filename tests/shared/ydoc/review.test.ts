import type { Annotation, Person } from '@assay/shared/model';
import { entry, fold, touched } from '@assay/shared/review';
import { type EntryChange, observeReview, readReview, writeReview } from '@assay/shared/ydoc';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { inPlainMaps, Ledger, targetOf } from '../review/ledger.ts';

const ada = { id: 'person-ada', name: 'Ada', colour: '#2f6fb3' } as Person;

function annotation(id: string, created = '2026-01-01T00:00:00.000Z', label = 'claim'): Annotation {
  return {
    id,
    label,
    target: targetOf(id),
    attributes: {},
    creator: ada.id,
    created,
    modified: created,
    status: 'active',
  } as Annotation;
}

const write = (...values: Annotation[]): EntryChange[] =>
  values.map((value) => ({ root: 'annotations', id: value.id, value }));

/** A reader's document that takes every update of the writer's. */
function replica(of: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  of.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update));
  return doc;
}

describe('the review document', () => {
  it('[RV30] a reader reads back what the ledger holds, after every event', () => {
    const ledger = Ledger.started();
    const server = new Y.Doc();
    const reader = replica(server);
    let written = 0;
    const project = () => {
      const keys = ledger.log.slice(written).flatMap((event) => touched(event, ledger.state));
      written = ledger.log.length;
      writeReview(
        server,
        keys.map((key) => ({ ...key, value: entry(ledger.state, key) })),
      );
      expect(readReview(reader).state).toEqual(inPlainMaps(ledger.state));
    };
    const steps = [
      () => ledger.mark('reviewer', 'mark-one'),
      () => ledger.comment('reviewer2', 'mark-one', 'comment-1'),
      () => ledger.comment('owner', 'mark-one', 'comment-2'),
      () => ledger.does('reviewer2', { type: 'comment.delete', comment: 'comment-1' as never }),
      () => ledger.does('owner', { type: 'thread.resolve', thread: 'mark-one' as never }),
      () => ledger.does('owner', { type: 'article.lock' }),
      () => ledger.does('owner', { type: 'comment.delete', comment: 'comment-2' as never }),
      () => ledger.does('reviewer', { type: 'annotation.withdraw', annotation: 'mark-one' as never }),
    ];
    for (const step of [() => {}, ...steps]) {
      step();
      project();
    }
    expect(readReview(reader).state.comments.size).toBe(0);
    expect(readReview(reader).state).toEqual(inPlainMaps(fold(Ledger.started().state, ledger.log.slice(1))));
  });

  it('[RV31] entries come in the order of creation, whatever order they were written in', () => {
    const doc = new Y.Doc();
    const days = ['2026-01-03', '2026-01-01', '2026-01-02', '2026-01-01'];
    writeReview(doc, write(...days.map((day, i) => annotation(`mark-${i}`, `${day}T00:00:00.000Z`))));
    expect([...readReview(doc).state.annotations.keys()]).toEqual(['mark-1', 'mark-3', 'mark-2', 'mark-0']);
  });

  it('[RV32] what is malformed, or stands under another name, is passed over', () => {
    const doc = new Y.Doc();
    const annotations = doc.getMap<unknown>('annotations');
    const good = annotation('mark-good');
    doc.transact(() => {
      annotations.set('mark-good', good);
      annotations.set('mark-other', annotation('mark-elsewhere'));
      annotations.set('__proto__', { ...annotation('x'), id: '__proto__', label: null });
      for (const [i, bad] of [
        null,
        7,
        'text',
        [],
        {},
        { ...good, target: null },
        { ...good, label: '<b>' },
        { ...good, attributes: { a: { b: 1 } } },
        { ...good, created: 'yesterday' },
        { ...good, target: { ranges: [{ start: 'A', end: 'A' }] } },
      ].entries())
        annotations.set(`mark-bad-${i}`, bad);
      doc.getMap('article').set('record', { title: 'no more than that' });
      doc.getMap('threads').set('mark-good', { id: 'mark-good', subject: { on: 'moon' } });
      doc.getMap('comments').set('comment-1', { id: 'comment-1', body: 1 });
      doc.getMap('people').set('person-eve', { id: 'person-eve', name: 'Eve', colour: 'url(x)' });
    });
    const { state, people } = readReview(doc);
    expect([...state.annotations]).toEqual([['mark-good', good]]);
    expect([state.article, state.threads.size, state.comments.size, people.size]).toEqual([null, 0, 0, 0]);
  });

  it('[AU10] people recorded without saying whether they are programs are read, and nonsense is not', () => {
    const doc = new Y.Doc();
    const checker = { ...ada, id: 'person-checker', program: true };
    const people = doc.getMap('people');
    for (const person of [ada, checker, { ...ada, id: 'person-eve', program: 'maybe' }])
      people.set(person.id, person);
    expect([...readReview(doc).people.values()]).toEqual([ada, checker]);
  });

  it('[RV33] names that JavaScript gives a meaning of their own are ordinary names', () => {
    const doc = new Y.Doc();
    const named = ['__proto__', 'constructor', 'hasOwnProperty'];
    writeReview(doc, write(...named.map((name) => annotation(name))));
    const reader = replica(doc);
    expect([...readReview(reader).state.annotations.keys()].sort()).toEqual([...named].sort());
    expect(({} as Record<string, unknown>).label).toBeUndefined();
  });
});

describe('following the review document', () => {
  function followed(doc: Y.Doc) {
    const seen: ReturnType<typeof readReview>[] = [];
    const observer = observeReview(doc, (review) => seen.push(review));
    return { observer, seen };
  }

  it('[RV34] a change gives a new value in which all that did not change is the same object', () => {
    const server = new Y.Doc();
    writeReview(server, [
      ...write(annotation('mark-1'), annotation('mark-2')),
      { root: 'people', id: ada.id, value: ada },
    ]);
    const reader = replica(server);
    const { observer, seen } = followed(reader);
    const before = observer.get();
    writeReview(server, write(annotation('mark-2', undefined, 'quote')));
    expect(seen).toEqual([observer.get()]);
    const after = observer.get();
    expect(after.state.annotations.get('mark-2' as never)?.label).toBe('quote');
    expect(after.state.annotations.get('mark-1' as never)).toBe(
      before.state.annotations.get('mark-1' as never),
    );
    expect(after.state.comments).toBe(before.state.comments);
    expect(after.people).toBe(before.people);
    expect(before.state.annotations.get('mark-2' as never)?.label).toBe('claim');
  });

  it('[RV35] the listener is called once a transaction, and not for what the review does not hold', () => {
    const doc = new Y.Doc();
    const { seen, observer } = followed(doc);
    writeReview(doc, write(annotation('mark-1'), annotation('mark-2'), annotation('mark-3')));
    expect(seen.length).toBe(1);
    doc.getMap('something-newer').set('a', 1);
    expect(seen.length).toBe(1);
    observer.destroy();
    writeReview(doc, write(annotation('mark-4')));
    expect(seen.length).toBe(1);
  });

  it('[RV36] after any sequence of changes the followed value equals one read afresh, order included', () => {
    const server = new Y.Doc();
    const { observer } = followed(replica(server));
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let round = 0; round < 300; round++) {
      const changes = Array.from({ length: 1 + random(4) }, (): EntryChange => {
        const id = `mark-${random(40)}`;
        const created = `2026-01-${String(1 + random(28)).padStart(2, '0')}T00:00:00.000Z`;
        return { root: 'annotations', id, value: random(4) === 0 ? undefined : annotation(id, created) };
      });
      writeReview(server, changes);
      const fresh = readReview(server).state.annotations;
      expect([...observer.get().state.annotations]).toEqual([...fresh]);
    }
    expect(observer.get().state.annotations.size).toBeGreaterThan(10);
  });

  it('[RV37] one change among 10,000 marks reads one entry', () => {
    const server = new Y.Doc();
    const marks = Array.from({ length: 10_000 }, (_, i) => annotation(`mark-${i}`));
    writeReview(server, write(...marks));
    const reader = replica(server);
    const { observer } = followed(reader);
    const read: string[] = [];
    const map = reader.getMap<unknown>('annotations');
    const get = map.get.bind(map);
    map.get = (key) => {
      read.push(key);
      return get(key);
    };
    map[Symbol.iterator] = () => {
      throw new Error('Everything was read again.');
    };
    writeReview(server, write(annotation('mark-7', undefined, 'quote')));
    expect(read).toEqual(['mark-7']);
    expect(observer.get().state.annotations.size).toBe(10_000);
  });
});
