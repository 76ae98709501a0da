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

/** The Monday of a day's ISO week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(startOf(day)).getUTCDay() + 6) % 7;
  return isoDay(new Date(startOf(day) - weekday * dayMs));
}

/** `2026-W47`: the week belongs to the year of its Thursday. */
export function weekLabel(monday: string): string {
  const thursday = new Date(startOf(monday) + 3 * dayMs);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** So many days before a moment. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * dayMs);
}
