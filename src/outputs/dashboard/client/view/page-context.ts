import { type Context, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Numbers } from '../logic/numbers.ts';
import type { PageModel } from '../logic/page-model.ts';
import type { Route } from '../logic/route.ts';
import type { RowSorter } from '../logic/sort-rows.ts';

/** What every part of the page may ask for. */
export interface Page {
  readonly model: PageModel;
  readonly numbers: Numbers;
  readonly sorter: RowSorter;
  /** When the page was opened. */
  readonly now: Date;
  readonly route: Route;
  /** Changes the address; `replace` leaves no step to go back to. */
  readonly go: (change: Partial<Route>, how?: 'push' | 'replace') => void;
}

/** Set once, by the frame. */
export const PageContext: Context<Page | null> = createContext<Page | null>(null);

/** The page around a component. @throws outside of it */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('used outside of the page');
  return page;
}
