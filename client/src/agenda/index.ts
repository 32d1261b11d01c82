export { AgendaActions } from './AgendaActions.tsx';
export { AgendaPlace } from './AgendaPlace.tsx';
export { agendaDoor, agendaKeys, toggleAgenda } from './agenda-actions.ts';
export { type AgendaDesk, createAgendaDesk } from './agenda-desk.ts';
export { chooseItem } from './moving.ts';
export { SessionBar } from './SessionBar.tsx';
export { AgendaContext } from './use-agenda.ts';
export { useAgenda } from './use-open-agenda.ts';
export { withoutKeys } from './without-keys.ts';
