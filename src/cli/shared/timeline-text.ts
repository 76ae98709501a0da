import type { Past } from '../../pipeline/recall.ts';
import { cut, signed } from './columns.ts';
import { localDay } from './local-time.ts';
import { type TimelineRow, timelineRows } from './timeline-rows.ts';
import { count } from './words.ts';
import { wrap } from './wrap.ts';

/** The newest of them are shown without `--all`. */
const rowsShown = 10;

/** The timeline below a card, 80 columns wide; nothing where nothing is known. */
export function timelineLines(past: Past | null, { all }: { readonly all: boolean }): readonly string[] {
  const rows = timelineRows(past?.timeline ?? []);
  if (rows.length === 0) return [];
  const shown = rows.slice(all ? 0 : -rowsShown);
  const earlier = rows.length - shown.length;
  const digits = Math.max(5, ...shown.map(({ score }) => (score === null ? 0 : count(score).length)));
  return [
    'timeline',
    ...(earlier === 0 ? [] : [`  ${count(earlier)} earlier (--all)`]),
    ...shown.flatMap((row) => rowLines(row, digits)),
  ];
}

function rowLines({ at, score, difference, words, release }: TimelineRow, digits: number): readonly string[] {
  const points = score === null ? '' : count(score);
  const head = `  ${localDay(at)}  ${points.padStart(digits)}  ${signed(difference, digits)}  `;
  if (release !== null) return [head + cut(`${words}: ${fileName(release)}`, 80 - head.length)];
  return wrap(words, 80, [head, ' '.repeat(head.length)]);
}

/** Without folders: the line is short, and they are the same for all. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
