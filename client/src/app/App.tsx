import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { Announcer, arrival, ErrorBoundary, listenForShortcuts, ToastRegion } from '../ui/index.ts';
import { AppActions } from './AppActions.tsx';
import { Routes } from './Routes.tsx';
import { TopBar } from './TopBar.tsx';
import './App.css';

export function App() {
  const [path] = useLocation();
  useEffect(() => listenForShortcuts(document), []);
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <ArrivalMarker view={viewOf(path)} />
      <TopBar />
      <main id="main" tabIndex={-1} className="app-main">
        <ErrorBoundary attempt={path}>
          <Routes />
        </ErrorBoundary>
      </main>
      <AppActions />
      <Announcer />
      <ToastRegion />
    </>
  );
}

/** The first two parts of a path: moving between the marks of one article is no new view. */
function viewOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

let lastView: string | null = null;

/** Tells the next view's heading to take the focus. Comes before the view, so that it renders first. */
function ArrivalMarker({ view }: { readonly view: string }) {
  if (lastView !== null && lastView !== view) {
    arrival.mark();
    window.scrollTo(0, 0);
  }
  lastView = view;
  return null;
}
