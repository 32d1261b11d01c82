export * from './activity.ts';
export * from './agenda.ts';
export * from './chain.ts';
export {
  type AskedAttributes,
  type AskedValue,
  COMMAND_LIMITS,
  type Place,
  type PlacedRange,
} from './command-parts.ts';
export * from './commands.ts';
export type { CommandOf, DecideContext, Decided, Located } from './context.ts';
export * from './decide.ts';
export { settledLabel } from './decide-finding.ts';
export * from './events.ts';
export * from './evolve.ts';
export * from './guide-changes.ts';
export { overrules } from './overrules.ts';
export * from './parse.ts';
export * from './projection.ts';
export { askedAgain } from './read-attributes.ts';
export { REFUSAL_CODES, type Refusal, type RefusalCode, type Refused, refuse } from './refusals.ts';
export {
  lastDecision,
  runningSession,
  standingDecision,
  standingDecisions,
  votersAwaited,
} from './running.ts';
export * from './sight.ts';
export * from './state.ts';
