import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';

export interface Heights {
  readonly heights: ReadonlyMap<string, number>;
  /** The ref of the element whose height is that of `id`. */
  measured(id: string): (element: HTMLElement | null) => (() => void) | undefined;
}

/** The heights of elements, in pixels, as they change. Those of elements that left the page are remembered. */
export function useHeights(): Heights {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const ids = useMemo(() => new WeakMap<Element, string>(), []);
  const refs = useMemo(
    () => new Map<string, (element: HTMLElement | null) => (() => void) | undefined>(),
    [],
  );
  const observer = useMemo(
    () =>
      new ResizeObserver((changes) => {
        const sizes = changes.map(({ target }): [string, number] => [
          ids.get(target) ?? '',
          target.getBoundingClientRect().height,
        ]);
        setHeights((before) => merged(before, sizes));
      }),
    [ids],
  );
  useEffect(() => () => observer.disconnect(), [observer]);

  const measured = useCallback(
    (id: string) => {
      const known = refs.get(id);
      if (known) return known;
      const ref = (element: HTMLElement | null) => {
        if (!element) return;
        ids.set(element, id);
        observer.observe(element);
        return () => observer.unobserve(element);
      };
      refs.set(id, ref);
      return ref;
    },
    [ids, observer, refs],
  );
  return { heights, measured };
}

/** The height of one element in pixels, followed. */
export function useElementHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const { current } = element;
    const measure = () => setHeight(current.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return height;
}

function merged(before: ReadonlyMap<string, number>, sizes: readonly [string, number][]) {
  const changed = sizes.filter(([id, height]) => height > 0 && before.get(id) !== height);
  return changed.length ? new Map([...before, ...changed]) : before;
}
