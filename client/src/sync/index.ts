export * from './backoff.ts';
export * from './connection-state.ts';
export { HeldBack } from './held-back.ts';
export type { ReturnSignals } from './return-signals.ts';
export type { RoomConnection, RoomOptions, Surroundings } from './room-connection.ts';
export * from './synced-document.ts';
export * from './unsaved-changes.ts';
