// The width that a picture has on the page, so that its letters keep their size on every screen.
import { type RefObject, useEffect, useRef, useState } from 'react';

/** Pixels; `first` until it is measured. */
export function useWidth<E extends Element>(first: number): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(240, Math.round(entry?.contentRect.width ?? first))),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [first]);
  return [element, width];
}
