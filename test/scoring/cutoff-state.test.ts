import { expect, test } from 'vitest';
import { cutoffLabel } from '../../src/model/cutoff-state.ts';
import { cutoffState } from '../../src/scoring/cutoff-state.ts';
import { aLadder, graded } from '../support/scoring.ts';

const ladder = aLadder({ minFormatScore: 0 });

test.each([
  ['upgrades off', aLadder({ upgradeAllowed: false, minFormatScore: 10 }), graded('SDTV', -5)],
  ['below minimum', ladder, graded('SDTV', -1)],
  ['quality open', ladder, graded('WEBRip-1080p', 0)],
  ['format open', ladder, graded('Bluray-1080p', 99)],
  ['closed', ladder, graded('Bluray-1080p', 100)],
  ['closed', ladder, graded('Remux-2160p', 100)],
] as const)('the label is "%s"', (label, profile, file) => {
  expect(cutoffLabel(cutoffState(profile, file))).toBe(label);
});

test('with upgrades off the cutoffs are the worst allowed quality and the minimum', () => {
  const off = aLadder({ upgradeAllowed: false, minFormatScore: 10 });
  expect(cutoffState(off, graded('SDTV', 9))).toEqual({
    belowMinimum: true,
    quality: 'open',
    format: 'open',
    upgradesAllowed: false,
  });
  expect(cutoffState(off, graded('WEBDL-1080p', 10))).toMatchObject({ quality: 'met', format: 'met' });
  expect(cutoffState({ ...off, items: [] }, graded('SDTV', 10))).toMatchObject({ quality: 'met' });
});
