import type { Cell, Marks } from '../../model/cell.ts';
import { shownLabels } from '../../model/cutoff-state.ts';

/** A cell in words and plain figures, as a text output writes it; empty for what is unknown. Dates are ISO 8601. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell !== 'object') return String(cell);
  switch (cell.kind) {
    case 'title':
      return cell.detail === '' ? cell.title : `${cell.title} ${cell.detail}`;
    case 'states':
      return shownLabels.map((label) => `${label} ${cell.counts[label]}`).join('; ');
    case 'formats':
      return cell.formats.map(({ name, score }) => `${name} (${score > 0 ? '+' : ''}${score})`).join('; ');
    case 'distribution':
      return `${cell.lower} below ${cell.from}; ${cell.files.join(' ')} in bins of ${cell.binWidth}`;
    case 'range':
      return `5% ${cell.p5}; 25% ${cell.p25}; median ${cell.median}; 75% ${cell.p75}; 95% ${cell.p95}${marksText(cell.marks)}`;
    case 'strip':
      return cell.files.map(({ label, score }) => `${label} ${score}`).join('; ');
    case 'spark':
      return cell.values.map((value) => value ?? '-').join(' ');
  }
}

function marksText({ minimum, cutoff, bestSeen }: Marks): string {
  const known = [
    ['minimum', minimum],
    ['cutoff', cutoff],
    ['best seen', bestSeen],
  ].filter(([, value]) => value !== null);
  return known.map(([name, value]) => `; ${name} ${value}`).join('');
}
