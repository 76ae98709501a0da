import type { MediaFile } from '../../model/media-file.ts';
import type { Rules } from '../../model/rules.ts';
import { scoreOf } from '../score-of.ts';
import type { ComputedFile } from './choose-sample.ts';

/**
 * What the server says otherwise of a computed file, in one sentence without its full stop; null where it agrees, or
 * does not have this very file any more.
 */
export function formatMismatch(
  { file, matched }: ComputedFile,
  asked: MediaFile | undefined,
  { formats }: Pick<Rules, 'formats'>,
): string | null {
  if (asked === undefined || asked.fileId !== file.fileId) return null;
  const ours = new Set(matched);
  const theirs = new Set(asked.formats.map(({ id }) => id));
  const names = (ids: ReadonlySet<number>): string =>
    formats
      .filter(({ id }) => ids.has(id))
      .map(({ name }) => name)
      .join(', ');
  const missing = theirs.difference(ours);
  const extra = ours.difference(theirs);
  const score = scoreOf(file.profile, matched);
  const isScoreOff = missing.size + extra.size === 0 && score !== asked.score;
  const parts = [
    ...(missing.size > 0 ? [`only the server sees ${names(missing)}`] : []),
    ...(extra.size > 0 ? [`only we see ${names(extra)}`] : []),
    ...(isScoreOff ? [`its formats are worth ${score}, its score there is ${asked.score}`] : []),
  ];
  if (parts.length === 0) return null;
  return `${file.item.title}, file ${file.fileId}: ${parts.join(', ')}`;
}
