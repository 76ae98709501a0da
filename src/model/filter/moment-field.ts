import { type FilterField, type ReadTest, readThen } from './filter-field.ts';

/** A stretch of time: from its first millisecond to the first one after it. A day is one, in UTC. */
interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A value of a field of time: an age is a span only once it is known when *now* is. */
type ReadSpan = (text: string) => ((nowMs: number) => Span) | null;

/**
 * A field of time. On one line of time: `>` is later. An age stands for the moment that long ago.
 *
 * A day, month or year is before (`<`), within (`=`) or after (`>`) as a whole.
 */
export function momentField<S>(name: string, of: (subject: S) => number): FilterField<S> {
  const by = (read: ReadSpan, passes: (ms: number, span: Span) => boolean): ReadTest<S> =>
    readThen(read, (spanAt) => (subject, nowMs) => passes(of(subject), spanAt(nowMs)));
  const isIn = (ms: number, { fromMs, untilMs }: Span): boolean => ms >= fromMs && ms < untilMs;
  const tests = {
    '<': by(readMoment, (ms, { fromMs }) => ms < fromMs),
    '<=': by(readMoment, (ms, { untilMs }) => ms < untilMs),
    '=': by(readDate, isIn),
    '!=': by(readDate, (ms, span) => !isIn(ms, span)),
    '>=': by(readMoment, (ms, { fromMs }) => ms >= fromMs),
    '>': by(readMoment, (ms, { untilMs }) => ms >= untilMs),
  };
  return {
    name,
    values: 'a date (2024-01-31, 2024-01) or, with < <= >= >, an age (30d)',
    tests,
  };
}

/** The moment a date, an instant or an age stands for: a day's first millisecond in UTC; null for what is none. */
export function readStart(text: string, now: Date): Date | null {
  const spanAt = readMoment(text);
  return spanAt === null ? null : new Date(spanAt(now.getTime()).fromMs);
}

function readMoment(text: string): ReturnType<ReadSpan> {
  return readAge(text) ?? readDate(text);
}

function readDate(text: string): ReturnType<ReadSpan> {
  const span = readDay(text) ?? readInstant(text);
  return span === null ? null : () => span;
}

const day = 86_400_000;
const ageUnits: Readonly<Record<string, number>> = { h: day / 24, d: day, w: 7 * day, y: 365 * day };

/** `12h`, `30d`, `6w`, `1y` */
function readAge(text: string): ReturnType<ReadSpan> {
  const { count, unit = '' } = /^(?<count>\d{1,5})(?<unit>[hdwy])$/i.exec(text)?.groups ?? {};
  const unitMs = ageUnits[unit.toLowerCase()];
  if (unitMs === undefined) return null;
  const ageMs = Number(count) * unitMs;
  return (nowMs) => ({ fromMs: nowMs - ageMs, untilMs: nowMs - ageMs + 1 });
}

/** `2024-01-31`, `2024-01`, `2024` */
function readDay(text: string): Span | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, date = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  const fromMs = Date.UTC(year, (month || 1) - 1, date || 1);
  if (!isWritten(fromMs, text)) return null;
  if (date > 0) return { fromMs, untilMs: fromMs + day };
  return { fromMs, untilMs: month > 0 ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1) };
}

/** `2024-01-31T10:00:00Z`, one second long; with a fraction, one millisecond. */
function readInstant(text: string): Span | null {
  const match = /^(?<second>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?<fraction>\.\d{1,3})?Z$/i.exec(text);
  const { second = '', fraction } = match?.groups ?? {};
  const fromMs = Date.parse(match === null ? '' : text.toUpperCase());
  if (!isWritten(fromMs, second.toUpperCase())) return null;
  return { fromMs, untilMs: fromMs + (fraction === undefined ? 1000 : 1) };
}

/** Whether there is such a day: the calendar's own 30 February is 1 March. */
function isWritten(ms: number, text: string): boolean {
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}
