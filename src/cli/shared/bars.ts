import { Writable } from 'node:stream';
import { MultiBar, type SingleBar } from 'cli-progress';
import { unreachable } from '../../lib/errors.ts';
import type { ReadingEvent } from '../../pipeline/reading-event.ts';
import type { Sink } from '../command.ts';
import { clock, count, counted } from './words.ts';

/** One bar an instance, on a terminal that somebody watches. */
export interface Bars extends Disposable {
  readonly show: (address: string, event: ReadingEvent) => void;
  /** Writes whole lines above the bars: written among them, the next frame would wipe them away. */
  readonly above: (text: string) => void;
}

/** What bars are drawn on. */
export interface BarsParts {
  readonly sink: Sink;
  readonly addresses: readonly string[];
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

const barWidth = 24;

/** Wipes everything from the cursor on: the bars stood there, and are longer than some lines. */
const clearBelow = '\u{1b}[J';

/** Bars on a terminal; disposing of them gives the cursor back. */
export function createBars({ sink, addresses, now }: BarsParts): Bars {
  const widest = Math.max(...addresses.map(({ length }) => length));
  const since = now();
  const multi = new MultiBar({
    stream: streamTo(sink),
    hideCursor: true,
    fps: 8,
    gracefulExit: false,
    emptyOnZero: true,
    // Lines above push the bars down; and those lines are to wrap, not to be cut off.
    forceRedraw: true,
    linewrap: true,
    format: (_options, _params, payload: { readonly line: string }) => payload.line,
  });
  const bars = new Map<string, SingleBar>();
  return {
    show: (address, event) => {
      const line = lineOf(event, now() - since);
      if (line === null) return;
      const bar = bars.get(address) ?? multi.create(1, 0, { line: '' });
      bars.set(address, bar);
      bar.update(0, { line: `${address.padEnd(widest)}  ${line}` });
    },
    above: (text) => {
      if (bars.size === 0) sink.write(text);
      else multi.log(`${clearBelow}${text}`);
    },
    [Symbol.dispose]: () => {
      multi.update();
      multi.stop();
    },
  };
}

/** The library wants a stream of a terminal, not only what it uses of one. */
function streamTo(sink: Sink): Writable {
  const stream = new Writable({
    decodeStrings: false,
    write: (piece: string, _encoding, done) => {
      sink.write(piece);
      done();
    },
  });
  return Object.defineProperties(stream, { isTTY: { value: true }, columns: { get: () => sink.columns } });
}

/** 80 columns, for names of up to ten letters. */
function lineOf(event: ReadingEvent, elapsedMs: number): string | null {
  switch (event.kind) {
    case 'started':
      return 'asking for its rules and items';
    case 'progress':
      return progressLine(event.progress, elapsedMs);
    case 'read':
      return `${'█'.repeat(barWidth)}  ${counted(event.counts.files, 'file')}   ${clock(event.ms)}`;
    case 'failed':
      return 'could not be read';
    case 'history':
      return historyLine(event.progress);
    case 'talk':
    case 'again':
    case 'sampled':
    case 'not-computed':
      return null;
    default:
      return unreachable(event);
  }
}

function historyLine({
  rowsDone,
  rowsTotal,
}: (ReadingEvent & { readonly kind: 'history' })['progress']): string {
  const of = rowsTotal === null ? '' : ` of ${count(rowsTotal)}`;
  return `history: ${count(rowsDone)}${of} events`;
}

function progressLine(
  { itemsTotal, itemsDone, files }: (ReadingEvent & { readonly kind: 'progress' })['progress'],
  elapsedMs: number,
): string {
  const share = itemsTotal === null || itemsTotal === 0 ? 0 : itemsDone / itemsTotal;
  const done = Math.round(share * barWidth);
  const left = share === 0 ? '' : `   ${clock((elapsedMs / share) * (1 - share))} left`;
  const rate = elapsedMs === 0 ? '' : `   ${count(Math.round((files / elapsedMs) * 1000))}/s`;
  return `${'█'.repeat(done)}${'░'.repeat(barWidth - done)}  ${counted(files, 'file')}${rate}${left}`;
}
