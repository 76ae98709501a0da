const unitsMs: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  y: 365 * 86_400_000,
};

/** A moment in the past: an age such as `12h`, `7d`, `4w`, `1y`, or a day such as `2026-11-01`, in UTC; null for neither. */
export function readSince(text: string, now: Date): Date | null {
  const { amount, unit = '' } = /^(?<amount>\d{1,5})(?<unit>[hdwy])$/i.exec(text)?.groups ?? {};
  const unitMs = unitsMs[unit.toLowerCase()];
  if (unitMs !== undefined) return new Date(now.getTime() - Number(amount) * unitMs);
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}
