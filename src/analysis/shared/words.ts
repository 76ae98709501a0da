import { count } from '../../lib/count.ts';
import type { ProfileGroup } from './indexed-file.ts';

/** `“Best of everything” on radarr` */
export function placeOf({ profile, address }: ProfileGroup): string {
  return `“${profile.name}” on ${address}`;
}

/** `9,705`; `–` is unknown. */
export function scoreWords(score: number | null): string {
  return score === null ? '–' : count(score);
}

/** `3 Mar 2026`, in UTC. */
export function dayOf(date: Date): string {
  return days.format(date);
}

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
