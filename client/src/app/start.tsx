import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followSession } from '../api/index.ts';
import { App } from './App.tsx';
import { keepFragmentToken } from './fragment-token.ts';
import { keepShell } from './offline-shell.ts';
import { sendWhatIsKept } from './send-kept.ts';

/** Puts the whole tool into an element of the page. */
export function startApp(element: HTMLElement): void {
  keepFragmentToken();
  keepShell();
  followSession();
  sendWhatIsKept();
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
