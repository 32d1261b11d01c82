import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from '../theme/classes.ts';
import { arrival } from './arrival.ts';
import './Page.css';

interface PageHeadingProps {
  readonly children: ReactNode;
  /** The window's title, before the product's name. */
  readonly title: string;
  readonly className?: string;
}

/**
 * The main heading of a view. Names the window and, after a navigation inside the tool, takes the focus, so that
 * a screen reader starts there. One per view; a view whose heading is not text uses `usePageTitle`.
 */
export function PageHeading({ children, title, className }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    if (arrival.take()) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" className={classes('page-heading', className)}>
      {children}
    </h1>
  );
}

/** Names the window while the component is on the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Assay` : 'Assay';
  }, [title]);
}
