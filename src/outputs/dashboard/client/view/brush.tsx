import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Histogram } from '../logic/histogram.ts';
import { texts } from '../logic/messages.ts';
import { gutter, lowerBins } from './histogram-chart.ts';
import { usePage } from './page-context.ts';

/** What is brushed. */
export interface BrushProps {
  readonly histogram: Histogram;
  readonly limits: { readonly low: number | null; readonly high: number | null };
  readonly set: (low: number | null, high: number | null) => void;
}

interface Ends {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
}

/** Two handles over the plot: drag them, or move them by arrow keys, a bin at a time; Page keys five. */
export function Brush({ histogram, limits, set }: BrushProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const { from, width, bins, lower } = histogram;
  const right = from + width * bins.length;
  const left = lower > 0 ? from - width * lowerBins : from;
  const ends: Ends = { left, right, low: limits.low ?? left, high: limits.high ?? right };
  const percent = (score: number): string =>
    `${(Math.min(1, Math.max(0, (score - left) / (right - left || 1))) * 100).toFixed(2)}%`;
  const scoreAt = (clientX: number): number => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return left;
    const score = left + ((clientX - box.left) / box.width) * (right - left);
    return Math.round(score / width) * width;
  };
  const move = (isLow: boolean, score: number): void => {
    const low = isLow ? Math.min(score, ends.high) : limits.low;
    const high = isLow ? limits.high : Math.max(score, ends.low);
    set(low === null || low <= from ? null : low, high === null || high >= right ? null : high);
  };
  const sweep = (event: JSX.TargetedPointerEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const start = scoreAt(event.clientX);
    drag(event, (at) => {
      const [low, high] = [Math.min(start, scoreAt(at)), Math.max(start, scoreAt(at))];
      if (high > low) set(low, high);
    });
  };
  return (
    <div
      class="brush"
      ref={frame}
      style={{ '--a': percent(ends.low), '--b': percent(ends.high), '--gut': `${gutter}px` }}
      onPointerDown={sweep}
    >
      {limits.low === null && limits.high === null ? null : <span class="bsel" />}
      <Handle isLow={true} ends={ends} step={width} move={(score) => move(true, score)} scoreAt={scoreAt} />
      <Handle isLow={false} ends={ends} step={width} move={(score) => move(false, score)} scoreAt={scoreAt} />
    </div>
  );
}

interface HandleProps {
  readonly isLow: boolean;
  readonly ends: Ends;
  readonly step: number;
  readonly move: (score: number) => void;
  readonly scoreAt: (clientX: number) => number;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
};

function Handle({ isLow, ends, step, move, scoreAt }: HandleProps): JSX.Element {
  const { numbers } = usePage();
  const now = isLow ? ends.low : ends.high;
  return (
    <span
      class={`bh ${isLow ? 'a' : 'b'}`}
      role="slider"
      tabIndex={0}
      aria-label={isLow ? texts.lowestShown : texts.highestShown}
      aria-valuemin={ends.left}
      aria-valuemax={ends.right}
      aria-valuenow={now}
      aria-valuetext={numbers.count(now)}
      onKeyDown={(event) => {
        const by = steps[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(Math.min(ends.right, Math.max(ends.left, now + by * step)));
      }}
      onPointerDown={(event) => drag(event, (at) => move(scoreAt(at)))}
    />
  );
}

/** Follows a pointer until it is let go, at most once a frame. */
function drag(event: JSX.TargetedPointerEvent<HTMLElement>, follow: (clientX: number) => void): void {
  event.preventDefault();
  const element = event.currentTarget;
  element.setPointerCapture(event.pointerId);
  let waiting = 0;
  const onMove = (moved: PointerEvent): void => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => follow(moved.clientX));
  };
  const onEnd = (): void => {
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onEnd);
    element.removeEventListener('pointercancel', onEnd);
  };
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onEnd);
  element.addEventListener('pointercancel', onEnd);
}
