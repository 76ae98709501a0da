import { count, counted, signed } from '../../lib/count.ts';
import { unreachable } from '../../lib/errors.ts';
import type { Unit } from '../../model/block.ts';
import { fileSize } from './words.ts';

const oneDecimal = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A figure with its unit, for people; `–` is unknown. */
export function figureWords(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  switch (unit) {
    case 'gain':
      return signed(Math.round(value));
    case 'bytes':
      return fileSize(value);
    case 'percent':
      return `${value >= 100 ? count(Math.round(value)) : oneDecimal.format(value)} %`;
    case 'ratio':
    case 'velocity':
    case 'points-per-gb':
      return oneDecimal.format(value).replace('-', '−');
    case 'days':
      return counted(Math.round(value), 'day');
    case 'count':
    case 'score':
    case 'index':
      return count(Math.round(value));
    default:
      return unreachable(unit);
  }
}
