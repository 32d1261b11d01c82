import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { type Measurement, median, percentile, type Trial } from '../figures.ts';
import { assay, bareRelay, type Subject, ywsServer } from './subjects.ts';
import { connect, type WireClient } from './wire-client.ts';

const CLIENTS = 50;
const SATURATED_UPDATES = 2_000;
const WINDOW = 64;
const PACED_SECONDS = 8;
const JOIN_EDITS = 20_000;
const JOINS = 10;
/** Multiples of it, modulo 1, lie all over the unit interval. */
const GOLDEN = 0.618_033_988_749_895;

/** A writer's document that starts from the room's state and hands out each edit as one update. */
async function writerFor(client: WireClient, subject: Subject) {
  const doc = new Y.Doc();
  if (subject.keepsState) Y.applyUpdate(doc, await client.join());
  const text = doc.getText('article');
  let last = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    last = update as Uint8Array<ArrayBuffer>;
  });
  return {
    clientId: doc.clientID,
    /** Types at the end, or, given a share between 0 and 1, that far into the text. */
    edit(word: string, share = 1): Uint8Array {
      text.insert(Math.round(1 + (text.length - 1) * share), word);
      return last;
    },
  };
}

async function crowd(subject: Subject, size: number): Promise<{ clients: WireClient[]; close(): void }> {
  const { url, headers } = await subject.newRoom();
  const clients = await Promise.all(Array.from({ length: size }, () => connect(url, headers)));
  if (subject.keepsState) await Promise.all(clients.map((client) => client.join()));
  return {
    clients,
    close: () => {
      for (const client of clients) client.close();
    },
  };
}

/** One writer as fast as the slowest of 49 readers allows (a window of updates under way). */
async function saturatedFanOut(subject: Subject): Promise<Measurement> {
  const { clients, close } = await crowd(subject, CLIENTS);
  const [author, ...readers] = clients as [WireClient, ...WireClient[]];
  const writer = await writerFor(author, subject);
  const updates = Array.from({ length: SATURATED_UPDATES }, (_, i) => writer.edit(`w${i} `));
  const ends = updates.map((update) => Y.parseUpdateMeta(update).to.get(writer.clientId)!);
  const seen = readers.map(() => 0);
  const cpu = subject.cpuSeconds();
  const started = performance.now();
  await new Promise<void>((resolve) => {
    let sent = 0;
    let arrived = 0;
    const pump = () => {
      const slowest = Math.min(...seen);
      while (arrived < ends.length && ends[arrived]! <= slowest) arrived++;
      if (arrived === updates.length) return resolve();
      while (sent < updates.length && sent - arrived < WINDOW) author.send(updates[sent++]!);
    };
    readers.forEach((reader, i) => {
      reader.onUpdate = (update) => {
        const slowest = seen[i] === Math.min(...seen);
        seen[i] = Y.parseUpdateMeta(update).to.get(writer.clientId) ?? seen[i]!;
        if (slowest) pump();
      };
    });
    pump();
  });
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = subject.cpuSeconds() - cpu;
  close();
  return {
    'updates relayed per second': { value: SATURATED_UPDATES / seconds, unit: '1/s' },
    'updates relayed per CPU second': { value: SATURATED_UPDATES / cpuSeconds, unit: '1/CPU-s' },
  };
}

/** Everybody types one update a second; how long until everybody else has it. */
async function pacedLatency(subject: Subject): Promise<Measurement> {
  const { clients, close } = await crowd(subject, CLIENTS);
  const writers = await Promise.all(clients.map((client) => writerFor(client, subject)));
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  clients.forEach((client, i) => {
    client.onUpdate = (update) => {
      const now = performance.now();
      for (const [clientId, end] of Y.parseUpdateMeta(update).to) {
        const sent = sentAt.get(`${clientId}:${end}`);
        if (sent !== undefined && clientId !== writers[i]!.clientId) latencies.push(now - sent);
      }
    };
  });
  const cpu = subject.cpuSeconds();
  await new Promise<void>((resolve) => {
    let turn = 0;
    const timer = setInterval(() => {
      if (turn === CLIENTS * PACED_SECONDS) {
        clearInterval(timer);
        setTimeout(resolve, 500);
        return;
      }
      const i = turn++ % CLIENTS;
      const update = writers[i]!.edit('word ');
      const end = Y.parseUpdateMeta(update).to.get(writers[i]!.clientId)!;
      sentAt.set(`${writers[i]!.clientId}:${end}`, performance.now());
      clients[i]!.send(update);
    }, 1000 / CLIENTS);
  });
  const deliveries = CLIENTS * PACED_SECONDS * (CLIENTS - 1);
  if (latencies.length < deliveries * 0.99)
    throw new Error(`${subject.name}: ${latencies.length} of ${deliveries} arrived`);
  close();
  return {
    'delivery latency p50': { value: median(latencies), unit: 'ms' },
    'delivery latency p99': { value: percentile(latencies, 0.99), unit: 'ms' },
    'CPU per 100,000 deliveries': {
      value: ((subject.cpuSeconds() - cpu) / deliveries) * 100_000,
      unit: 'CPU-s',
    },
  };
}

/** A document of many small edits in all places; how long a newcomer waits for it. */
async function coldJoin(subject: Subject): Promise<Measurement> {
  const { url, headers } = await subject.newRoom();
  const author = await connect(url, headers);
  const writer = await writerFor(author, subject);
  const reader = await connect(url, headers);
  await reader.join();
  const done = new Promise<void>((resolve) => {
    reader.onUpdate = (update) => {
      if ((Y.parseUpdateMeta(update).to.get(writer.clientId) ?? 0) >= end) resolve();
    };
  });
  const updates = Array.from({ length: JOIN_EDITS }, (_, i) => writer.edit('e', (i * GOLDEN) % 1));
  const end = Y.parseUpdateMeta(updates.at(-1)!).to.get(writer.clientId)!;
  for (const [i, update] of updates.entries()) {
    author.send(update);
    if (i % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
  }
  await done;
  const waits: number[] = [];
  for (let i = 0; i < JOINS; i++) {
    const started = performance.now();
    const client = await connect(url, headers);
    await client.join();
    waits.push(performance.now() - started);
    client.close();
  }
  author.close();
  reader.close();
  return { 'cold join': { value: median(waits), unit: 'ms' } };
}

/** Starts every server and lists the trials, subject beside subject. */
export async function syncTrials(): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  const subjects = [await bareRelay(), await ywsServer(), await assay()];
  const trial = (
    name: string,
    subject: Subject,
    parameters: Trial['parameters'],
    run: (s: Subject) => Promise<Measurement>,
  ) => ({
    suite: 'sync',
    case: name,
    subject: subject.name,
    parameters,
    run: () => run(subject),
  });
  const trials = [
    ...subjects.map((subject) => trial('fan-out, saturated', subject, { clients: CLIENTS }, saturatedFanOut)),
    ...subjects.map((subject) => trial('50 updates/s, paced', subject, { clients: CLIENTS }, pacedLatency)),
    ...subjects
      .filter((s) => s.keepsState)
      .map((subject) => trial('cold join, 20,000 edits', subject, { clients: 1 }, coldJoin)),
  ];
  return {
    trials,
    async close() {
      await Promise.all(subjects.map((subject) => subject.stop()));
    },
  };
}
