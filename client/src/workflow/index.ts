export { BlindChoice } from './BlindChoice.tsx';
export { FlowBar } from './FlowBar.tsx';
export { FlowDialogs } from './FlowDialogs.tsx';
export { FlowNotices } from './FlowNotices.tsx';
export { createFlow, type Flow } from './flow.ts';
export { flowActions } from './flow-actions.ts';
export { phaseName } from './phase-words.ts';
export { FlowContext } from './use-flow.ts';
