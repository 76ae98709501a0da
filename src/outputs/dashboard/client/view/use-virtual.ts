import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Which rows of a long table are drawn. */
export interface Virtual {
  /** Put on the element that scrolls. */
  readonly frame: { current: HTMLDivElement | null };
  readonly items: readonly VirtualItem[];
  /** Pixels of rows before and after those that are drawn. */
  readonly before: number;
  readonly after: number;
  readonly scrollTo: (at: number) => void;
  /** Put on a row whose height may differ. */
  readonly measure: (element: Element | null) => void;
}

/** Rows of a table that scrolls in its own frame; only those in sight are drawn. */
export function useVirtual(count: number, rowHeight: number): Virtual {
  const frame = useRef<HTMLDivElement | null>(null);
  const [, turn] = useState(0);
  const redraw = (): void => turn((count) => count + 1);
  const kept = useRef<Virtualizer<HTMLDivElement, HTMLTableRowElement> | null>(null);
  kept.current ??= new Virtualizer(optionsFor({ frame, count, rowHeight, redraw }));
  const virtualizer = kept.current;
  virtualizer.setOptions(optionsFor({ frame, count, rowHeight, redraw }));
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  return {
    frame,
    items,
    before: items[0]?.start ?? 0,
    after: last === undefined ? 0 : virtualizer.getTotalSize() - last.end,
    scrollTo: (at) => virtualizer.scrollToIndex(at, { align: 'auto' }),
    measure: (element) => {
      if (element instanceof HTMLTableRowElement) virtualizer.measureElement(element);
    },
  };
}

interface Wishes {
  readonly frame: Virtual['frame'];
  readonly count: number;
  readonly rowHeight: number;
  readonly redraw: () => void;
}

type Options = ConstructorParameters<typeof Virtualizer<HTMLDivElement, HTMLTableRowElement>>[0];

function optionsFor({ frame, count, rowHeight, redraw }: Wishes): Options {
  return {
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(),
  };
}
