import type { Cause, ScoreEdit } from '../change.ts';

/** How a number is written: with separators for people, plain for machines. */
export type WriteNumber = (value: number) => string;

/** Why a score moved, in words: `profile scores edited: HDR 0 → 500`. Without its points. */
export function describeCause(cause: Cause, write: WriteNumber): string {
  switch (cause.kind) {
    case 'file-replaced':
      return 'file replaced';
    case 'profile-scores-edited':
      return `profile scores edited: ${describeScores(cause.formats, write)}`;
    case 'format-edited':
      return `format edited: ${cause.formats.join(', ')}`;
    case 'format-added':
      return `format added: ${cause.formats.join(', ')}`;
    case 'format-removed':
      return `format removed: ${cause.formats.join(', ')}`;
    case 'profile-reassigned':
      return `profile reassigned: ${cause.from} → ${cause.to}`;
    case 'attributes-edited':
      return `${cause.attributes.join(', ')} edited`;
    case 'unexplained':
      return 'unexplained: nothing that the server shows has changed';
  }
}

/** `HDR 0 → 500, IMAX 800 → 0` */
export function describeScores(edits: readonly ScoreEdit[], write: WriteNumber): string {
  return edits.map(({ format, from, to }) => `${format} ${write(from)} → ${write(to)}`).join(', ');
}
