import { useEffect } from 'preact/hooks';

/** Does something once, when the browser has nothing else to do; not at all where it cannot tell. */
export function useIdle(work: () => void): void {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return undefined;
    const asked = requestIdleCallback(work);
    return () => cancelIdleCallback(asked);
  }, []);
}
