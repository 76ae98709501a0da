import type { Unit } from '../../../../model/block.ts';
import { messages } from './messages.ts';

/** Figures and times as the reader writes them. */
export interface Numbers {
  /** `12,480`; minus is U+2212. */
  readonly count: (value: number) => string;
  /** `+900`, `−110`, `0` */
  readonly signed: (value: number) => string;
  /** `8.8 %` of 0.088; whole from 100 % on. */
  readonly share: (ratio: number) => string;
  /** `7.7 GiB`: two digits of meaning, in GiB or TiB. */
  readonly bytes: (value: number) => string;
  /** `22 Nov 2026` */
  readonly day: (date: Date) => string;
  /** `22 Nov, 11:27` */
  readonly moment: (date: Date) => string;
  /** `22 November 2026, 11:27` */
  readonly longMoment: (date: Date) => string;
  /** A block's value in its unit; – for what is not known. */
  readonly inUnit: (value: number | null, unit: Unit) => string;
}

/** @param locale as browsers name it; @param timeZone undefined is the reader's */
export function createNumbers(locale: string, timeZone?: string): Numbers {
  const zone = timeZone === undefined ? {} : { timeZone };
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const date = (options: Intl.DateTimeFormatOptions): ((date: Date) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, ...zone });
    return (value) => format.format(value);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const count = (value: number): string => withMinus(whole.format(value));
  const signed = (value: number): string => {
    const text = count(value);
    return Math.round(value) > 0 ? `+${text}` : text;
  };
  const percent = (value: number): string =>
    `${withMinus(Math.abs(value) >= 100 ? whole.format(value) : tenths.format(value))} %`;
  const bytes = (value: number): string => bytesText(value, whole, tenths);
  const fraction = (value: number): string => withMinus(hundredths.format(value));
  return {
    count,
    signed,
    share: (ratio) => percent(ratio * 100),
    bytes,
    day: date({ day: 'numeric', month: 'short', year: 'numeric' }),
    moment: date({ day: 'numeric', month: 'short', ...clock }),
    longMoment: date({ day: 'numeric', month: 'long', year: 'numeric', ...clock }),
    inUnit: (value, unit) =>
      value === null ? messages.unknown : unitTexts({ count, signed, percent, bytes, fraction })[unit](value),
  };
}

interface UnitWords {
  readonly count: (value: number) => string;
  readonly signed: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly bytes: (value: number) => string;
  readonly fraction: (value: number) => string;
}

function unitTexts(words: UnitWords): Readonly<Record<Unit, (value: number) => string>> {
  return {
    count: words.count,
    score: words.count,
    gain: words.signed,
    bytes: words.bytes,
    percent: words.percent,
    ratio: words.fraction,
    'points-per-gb': (value) => messages.pointsPerGb(words.fraction(value)),
    velocity: words.fraction,
    days: (value) => messages.days(words.count(value)),
    index: words.count,
  };
}

const gib = 1024 ** 3;

function bytesText(value: number, whole: Intl.NumberFormat, tenths: Intl.NumberFormat): string {
  const [size, unit] = Math.abs(value) >= 1024 * gib ? [value / (1024 * gib), 'TiB'] : [value / gib, 'GiB'];
  const format = Math.abs(size) >= 9.95 && unit === 'GiB' ? whole : tenths;
  return `${withMinus(format.format(size))} ${unit}`;
}

/** A hyphen is no minus. `-0` is 0. */
function withMinus(text: string): string {
  return text.replace(/^-(?=0(?:[.,]0+)?$)/, '').replace('-', '−');
}

/** `2026-11-22 11:27 UTC`, for whoever points at a time. */
export function utc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A number a person typed, with any minus and any grouping; null when it is none. */
export function readWhole(text: string): number | null {
  const plain = text
    .trim()
    .replace('−', '-')
    .replaceAll(/[\s., ’']/g, '');
  return /^[+-]?\d{1,10}$/.test(plain) ? Number(plain) : null;
}

/** The first language that can be used for figures: some systems name ones that do not exist, such as `en-US@posix`. */
export function usableLocale(wanted: readonly string[]): string {
  return wanted.find(isLocale) ?? 'en';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}
