export * from './articles.ts';
export * from './errors.ts';
export * from './follow-session.ts';
export * from './joining.ts';
export * from './members.ts';
export { serverAnswers } from './reach.ts';
export * from './session.ts';
export { type Session, type SessionState, sessionState } from './session-state.ts';
export { type Loaded, useLoaded } from './use-loaded.ts';
