import { count, signed } from '../../lib/count.ts';
import { type Column, isUnit } from '../../model/block.ts';
import type { Cell } from '../../model/cell.ts';
import { cutoffLabels } from '../../model/cutoff-state.ts';
import { figureWords } from './figure-words.ts';
import {
  distributionText,
  rangeText,
  sparkText,
  stateSigns,
  statesText,
  stripText,
  thinned,
} from './spark-text.ts';
import { oneLine } from './words.ts';

/** A cell for a terminal. */
export function cellWords({ type }: Column, cell: Cell): string {
  if (cell === null) return '–';
  if (cell instanceof Date) return dayWords(cell);
  if (typeof cell === 'object') return drawn(cell);
  if (typeof cell === 'string') return oneLine(type === 'state' ? stateWords(cell) : cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return isUnit(type) ? figureWords(cell, type) : count(cell);
}

/** The sign of a state before its word. */
function stateWords(text: string): string {
  const label = cutoffLabels.find((one) => one === text);
  return label === undefined ? text : `${stateSigns[label]} ${label}`;
}

function drawn(cell: Exclude<Cell, string | number | boolean | Date | null>): string {
  switch (cell.kind) {
    case 'title':
      return oneLine(cell.detail === '' ? cell.title : `${cell.title} ${cell.detail}`);
    case 'formats':
      return cell.formats.map(({ name, score }) => `${oneLine(name)} ${signed(score)}`).join(', ');
    case 'states':
      return statesText(cell);
    case 'distribution':
      return distributionText(cell);
    case 'range':
      return rangeText(cell);
    case 'strip':
      return stripText(cell);
    case 'spark':
      return sparkText(thinned(cell.values, 20));
  }
}

/** The day as the person's calendar has it: `2026-11-22`. */
export function dayWords(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
