import { expect, test } from 'vitest';
import {
  attributeWord,
  modifierNumber,
  releaseTypeNumber,
  sourceNumber,
} from '../../src/scoring/attribute-numbers.ts';
import { claimField, numberField, sizeLimits, textField, yearLimits } from '../../src/scoring/spec-fields.ts';
import { condition } from '../support/scoring.ts';

const of = (fields: Parameters<typeof condition>[1]) => condition('SizeSpecification', fields);

test('a number may be written as text, and anything else is none', () => {
  expect([5, '5', '', 'five', true, null].map((value) => numberField(of({ value }), 'value'))).toEqual([
    5,
    5,
    null,
    null,
    null,
    null,
  ]);
  expect(numberField(of({}), 'value')).toBeNull();
});

test('a text field keeps what the server wrote', () => {
  expect(['', 'a', 5, null].map((value) => textField(of({ value }), 'value'))).toEqual(['', 'a', '5', null]);
  expect(textField(of({}), 'value')).toBeNull();
});

test('a claim is false where an older server leaves it out', () => {
  expect([true, 'true', false, 'false', null].map((value) => claimField(of({ value }), 'value'))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(claimField(of({}), 'value')).toBe(false);
});

test('sizes are GiB, rounded half to even', () => {
  const half = 0.5 / 1024 ** 3;
  expect(sizeLimits(of({ min: 1, max: 2 }))).toEqual([1_073_741_824, 2_147_483_648]);
  expect(sizeLimits(of({ min: half, max: 3 * half }))).toEqual([0, 2]);
  expect(sizeLimits(of({ max: 1.4 * half }))).toEqual([0, 1]);
});

test('years are whole and 0 where nothing is written', () => {
  expect(yearLimits(of({ min: 1990, max: 1999 }))).toEqual([1990, 1999]);
  expect(yearLimits(of({}))).toEqual([0, 0]);
});

test('the services number sources differently', () => {
  expect(sourceNumber('radarr', 'bluray')).toBe(9);
  expect(sourceNumber('sonarr', 'bluray')).toBe(6);
  expect(sourceNumber('sonarr', 'webdl')).toBe(0);
  expect(modifierNumber('remux')).toBe(5);
  expect(modifierNumber(null)).toBe(0);
  expect(releaseTypeNumber('seasonPack')).toBe(3);
  expect(releaseTypeNumber(null)).toBe(0);
});

test('people read words instead of numbers', () => {
  expect(attributeWord('radarr', 'SourceSpecification', 7)).toBe('webdl');
  expect(attributeWord('sonarr', 'ReleaseTypeSpecification', 3)).toBe('seasonPack');
  expect(attributeWord('radarr', 'QualityModifierSpecification', 5)).toBe('remux');
  expect(attributeWord('radarr', 'ResolutionSpecification', 1080)).toBe('1080');
});
