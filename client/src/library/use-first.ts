import { useEffect, useRef } from 'react';

/** Does something once when the component first is on the page, also under React's double effects. */
export function useFirst(act: () => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    act();
  });
}
