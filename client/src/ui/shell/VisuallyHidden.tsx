import type { ReactNode } from 'react';

/** Words for assistive technology that the eye gets otherwise. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
