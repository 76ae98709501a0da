import { expect, test } from 'vitest';
import {
  compareQuality,
  firstAllowedIndex,
  isQualityAllowed,
  qualityIndex,
} from '../../../src/scoring/decision/quality-order.ts';
import { compareRevision, isRevisionUpgrade } from '../../../src/scoring/decision/revision-order.ts';
import { aLadder, named, revised } from '../../support/scoring.ts';

test('members of a group share its place, and a group is found by its own id', () => {
  const ladder = aLadder();
  expect([3, 15, 1001].map((id) => qualityIndex(ladder, id))).toEqual([1, 1, 1]);
  expect(compareQuality(ladder, named('WEBDL-1080p'), named('WEBRip-1080p'))).toBe(0);
  expect(compareQuality(ladder, named('Remux-2160p'), named('Bluray-1080p'))).toBe(1);
  expect(compareQuality(ladder, named('SDTV'), named('Bluray-1080p'))).toBe(-1);
});

test('a quality that the profile does not list stands with the worst and is allowed as that is', () => {
  expect(qualityIndex(aLadder(), 99)).toBe(0);
  expect(isQualityAllowed(aLadder(), { id: 99 })).toBe(false);
  expect(isQualityAllowed(aLadder(), named('WEBRip-1080p'))).toBe(true);
  expect(isQualityAllowed(aLadder({ items: [] }), named('SDTV'))).toBe(false);
});

test('a group without an id is not found by 0', () => {
  const group = { kind: 'group', id: 0, name: '', qualities: [named('SDTV')], isAllowed: true } as const;
  const items = [...aLadder().items.slice(1), group];
  expect(qualityIndex(aLadder({ items }), 0)).toBe(0);
});

test('the first allowed step is the worst that is allowed', () => {
  expect(firstAllowedIndex(aLadder())).toBe(1);
  expect(firstAllowedIndex(aLadder({ items: [] }))).toBeNull();
});

test('revisions compare by real, then by version, and repack does not count', () => {
  const of = (version: number, real: number, isRepack = false) => ({ version, real, isRepack });
  expect(compareRevision(of(1, 1), of(9, 0))).toBe(1);
  expect(compareRevision(of(1, 0), of(2, 0))).toBe(-1);
  expect(compareRevision(of(2, 0, true), of(2, 0))).toBe(0);
  expect(isRevisionUpgrade(revised('SDTV'), revised('SDTV', 2))).toBe(true);
  expect(isRevisionUpgrade(revised('SDTV', 2), revised('SDTV', 2))).toBe(false);
  expect(isRevisionUpgrade(revised('SDTV'), revised('Bluray-1080p', 2))).toBe(false);
});
