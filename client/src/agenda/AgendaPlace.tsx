import { lazy, Suspense } from 'react';
import { Spinner } from '../ui/index.ts';
import './AgendaPanel.css';

// Fetched when somebody opens the agenda: whoever marks does not wait for it.
const Panel = lazy(async () => ({ default: (await import('./AgendaPanel.tsx')).AgendaPanel }));
const Sheet = lazy(async () => ({ default: (await import('./AgendaSheet.tsx')).AgendaSheet }));

/** The agenda beside the text, or over the whole screen where there is no room. */
export function AgendaPlace({ narrow }: { readonly narrow: boolean }) {
  return (
    <Suspense fallback={<Spinner label="Opening the agenda" />}>{narrow ? <Sheet /> : <Panel />}</Suspense>
  );
}
