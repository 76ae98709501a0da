import { count } from '../../lib/count.ts';
import type { ProfileGroup } from './indexed-file.ts';

/** `“Best of everything” on radarr` */
export function placeOf({ profile, address }: ProfileGroup): string {
  return `“${profile.name}” on ${address}`;
}

/** `8.8 %`; whole from 100 on. */
export function percent(value: number): string {
  return `${value >= 100 ? count(Math.round(value)) : value.toFixed(1)} %`;
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

/** `1 file is`, `2 files are` */
export function areOf(number: number, word: string): string {
  return number === 1 ? `1 ${word} is` : `${count(number)} ${word}s are`;
}
