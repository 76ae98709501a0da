/** Which episodes of its series a file holds. */
export interface Part {
  /** 0 is the specials. */
  readonly season: number;
  /** By number; empty where the server links no episode to the file. */
  readonly episodes: readonly Episode[];
}

/** One episode, as far as a file needs it. */
export interface Episode {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly tvdbId: number | null;
  /** Day of the first showing where it was shown, `2018-09-08`; null where unknown. */
  readonly airDate: string | null;
  readonly isMonitored: boolean;
}

/** `S01E02`, `S01E02-E03` for a run, `S01E02+E05` for a gap, `S01` without episodes. */
export function partLabel({ season, episodes }: Part): string {
  // A server can link two episodes of one number.
  const numbers = [...new Set(episodes.map(({ number }) => number))];
  const first = numbers[0];
  if (first === undefined) return `S${pad(season)}`;
  const last = Math.max(...numbers);
  if (numbers.length === 1) return `S${pad(season)}E${pad(first)}`;
  if (last - first === numbers.length - 1) return `S${pad(season)}E${pad(first)}-E${pad(last)}`;
  return `S${pad(season)}${numbers.map((number) => `E${pad(number)}`).join('+')}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
