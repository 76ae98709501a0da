/** A day in milliseconds. */
export const dayMs = 86_400_000;

/** `2026-11-22`, in UTC. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The first moment of an ISO day. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** All days from one to another, both included; none when the second is earlier. */
export function daysBetween(first: string, last: string): readonly string[] {
  const length = Math.max(0, (startOf(last) - startOf(first)) / dayMs + 1);
  return Array.from({ length }, (_, at) => isoDay(new Date(startOf(first) + at * dayMs)));
}

/** ISO weeks in a row, counted from the one that holds 1 January 1970, a Thursday. */
export function weekOf(ms: number): number {
  return Math.floor((Math.floor(ms / dayMs) + 3) / 7);
}

/** The day a week begins on. */
export function mondayOf(week: number): string {
  return isoDay(new Date((week * 7 - 3) * dayMs));
}

/** `2026-W47`: the week belongs to the year of its Thursday. */
export function weekLabel(week: number): string {
  const thursday = week * 7 * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const place = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs));
  return `${year}-W${String(place).padStart(2, '0')}`;
}
