import { useCallback, useEffect, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from '../logic/route.ts';

/** The route in the address, and how to change it. */
export function useRoute(): readonly [Route, (change: Partial<Route>, how?: 'push' | 'replace') => void] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = useCallback((change: Partial<Route>, how: 'push' | 'replace' = 'push') => {
    const next = { ...parseRoute(location.hash), ...change };
    const hash = formatRoute(next);
    if (how === 'push') history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
    setRoute(next);
  }, []);
  return [route, go];
}
