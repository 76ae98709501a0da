import { expect, test } from 'vitest';
import {
  createNumbers,
  readWhole,
  usableLocale,
  utc,
} from '../../../../src/outputs/dashboard/client/logic/numbers.ts';
import { seeThrough } from '../../../../src/outputs/dashboard/client/logic/see-through.ts';

const en = createNumbers('en-GB', 'UTC');
const gib = 1024 ** 3;

test('figures are grouped, minus is no hyphen, and a change of nothing has no sign', () => {
  expect(en.count(12_480)).toBe('12,480');
  expect(en.count(-10_000)).toBe('−10,000');
  expect([900, -110, 0, -0, 0.2, -0.2].map(en.signed)).toEqual(['+900', '−110', '0', '0', '0', '0']);
  expect(createNumbers('de-DE', 'UTC').count(12_480)).toBe('12.480');
});

test('shares have one decimal below 100 %', () => {
  expect([0.0879, 1, 0, 12].map(en.share)).toEqual(['8.8 %', '100 %', '0.0 %', '1,200 %']);
});

test('sizes have two digits of meaning, in GiB or TiB', () => {
  expect([0.75, 7.73, 13.6, 999, 1126.4, 30_105].map((size) => en.bytes(size * gib))).toEqual([
    '0.8 GiB',
    '7.7 GiB',
    '14 GiB',
    '999 GiB',
    '1.1 TiB',
    '29.4 TiB',
  ]);
});

test('times are short and the reader’s; UTC is for whoever points at them', () => {
  const at = new Date('2026-11-22T11:27:30Z');
  expect([en.day(at), en.moment(at), en.longMoment(at)]).toEqual([
    '22 Nov 2026',
    '22 Nov, 11:27',
    '22 November 2026 at 11:27',
  ]);
  expect(createNumbers('en-GB', 'Asia/Tokyo').moment(at)).toBe('22 Nov, 20:27');
  expect(utc(at)).toBe('2026-11-22 11:27 UTC');
});

test('a value is written in its unit; what is not known is a dash, never 0', () => {
  const units = [
    'count',
    'score',
    'gain',
    'bytes',
    'percent',
    'ratio',
    'points-per-gb',
    'velocity',
    'days',
    'index',
  ] as const;
  expect(units.map((unit) => en.inUnit(5, unit))).toEqual([
    '5',
    '5',
    '+5',
    '0.0 GiB',
    '5.0 %',
    '5',
    '5 a GB',
    '5',
    '5 days',
    '5',
  ]);
  expect(en.inUnit(null, 'count')).toBe('–');
});

test('numbers are read as people type them', () => {
  expect(['−300', '-300', '1,200', ' 800 ', '+5', '', 'x', '1e3'].map(readWhole)).toEqual([
    -300,
    -300,
    1200,
    800,
    5,
    null,
    null,
    null,
  ]);
});

test('a language that does not exist is passed over', () => {
  expect(usableLocale(['en-US@posix', 'de-CH', 'fr'])).toBe('de-CH');
  expect(usableLocale(['C', ''])).toBe('en');
});

test('a colour that is seen through is the same colour', () => {
  expect(seeThrough('rgb(1, 20, 255)', 0.75)).toBe('rgba(1, 20, 255, 0.75)');
});
