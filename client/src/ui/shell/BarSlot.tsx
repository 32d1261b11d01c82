import { type ReactNode, useCallback } from 'react';
import { createPortal } from 'react-dom';
import { createStore, useStore } from '../../store/index.ts';

const place = createStore<HTMLElement | null>(null);

/** The free middle of the bar on top, which the view on the page may fill with `InBar`. */
export function BarPlace() {
  const hold = useCallback((element: HTMLElement | null) => place.set(element), []);
  return <div className="bar-place" ref={hold} />;
}

/** Shows its children in the bar on top instead of here: the title, the saved indicator, who is present. */
export function InBar({ children }: { readonly children: ReactNode }) {
  const element = useStore(place);
  return element && createPortal(children, element);
}
