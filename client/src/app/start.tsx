import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadSession } from '../api/index.ts';
import { App } from './App.tsx';
import { keepFragmentToken } from './fragment-token.ts';
import { keepShell } from './offline-shell.ts';

/** Puts the whole tool into an element of the page. */
export function startApp(element: HTMLElement): void {
  keepFragmentToken();
  keepShell();
  void loadSession();
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
