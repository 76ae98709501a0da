import { expect, test } from 'vitest';
import type { QualityProfile } from '../../../src/model/quality-profile.ts';
import type { PropersAndRepacks } from '../../../src/model/rules.ts';
import { decideUpgrade } from '../../../src/scoring/decision/decide-upgrade.ts';
import type { Graded } from '../../../src/scoring/decision/graded.ts';
import { isUpgradeAllowed } from '../../../src/scoring/decision/is-upgrade-allowed.ts';
import { passImportGate } from '../../../src/scoring/decision/pass-import-gate.ts';
import { aLadder, graded } from '../../support/scoring.ts';

interface Row {
  readonly says: string;
  readonly verdict: string;
  readonly current: Graded;
  readonly next: Graded;
  readonly profile?: Partial<QualityProfile>;
  readonly propers?: PropersAndRepacks;
}

const rows: readonly Row[] = [
  {
    says: 'step 1: a better quality below the cutoff, even with a lower score',
    verdict: 'upgrade',
    current: graded('WEBDL-1080p', 50),
    next: graded('Bluray-1080p', -10),
  },
  {
    says: 'step 1 comes before upgrades are looked at',
    verdict: 'upgrade',
    current: graded('SDTV', 0),
    next: graded('Bluray-1080p', 0),
    profile: { upgradeAllowed: false },
  },
  {
    says: 'step 2: a worse quality, whatever its revision and score',
    verdict: 'betterQuality',
    current: graded('Bluray-1080p', 0),
    next: graded('WEBDL-1080p', 90, 2),
  },
  {
    says: 'step 3: a better revision of another quality of the same group',
    verdict: 'upgrade',
    current: graded('WEBDL-1080p', 50),
    next: graded('WEBRip-1080p', 0, 2),
  },
  {
    says: 'step 3 comes before upgrades are looked at',
    verdict: 'upgrade',
    current: graded('Bluray-1080p', 50),
    next: graded('Bluray-1080p', 0, 2),
    profile: { upgradeAllowed: false },
  },
  {
    says: 'step 3 only when revisions are preferred',
    verdict: 'customFormatScore',
    current: graded('Bluray-1080p', 50),
    next: graded('Bluray-1080p', 50, 2),
    propers: 'doNotPrefer',
  },
  {
    says: 'step 4: upgrades off',
    verdict: 'upgradesNotAllowed',
    current: graded('Bluray-1080p', 0),
    next: graded('Bluray-1080p', 90),
    profile: { upgradeAllowed: false },
  },
  {
    says: 'step 5: an older revision, whatever its score',
    verdict: 'betterRevision',
    current: graded('Bluray-1080p', 0, 2),
    next: graded('Bluray-1080p', 90),
  },
  {
    says: 'step 5 only when revisions are preferred',
    verdict: 'upgrade',
    current: graded('Bluray-1080p', 0, 2),
    next: graded('Bluray-1080p', 90),
    propers: 'doNotPrefer',
  },
  {
    says: 'step 6: a better quality when the quality cutoff is met',
    verdict: 'qualityCutoff',
    current: graded('Bluray-1080p', 0),
    next: graded('Remux-2160p', 90),
  },
  {
    says: 'step 7: an equal score',
    verdict: 'customFormatScore',
    current: graded('Bluray-1080p', 50),
    next: graded('Bluray-1080p', 50),
  },
  {
    says: 'step 8: the file has reached the format cutoff',
    verdict: 'customFormatCutoff',
    current: graded('Bluray-1080p', 100),
    next: graded('Bluray-1080p', 900),
  },
  {
    says: 'step 9: less than the step more',
    verdict: 'minCustomFormatScore',
    current: graded('Bluray-1080p', 50),
    next: graded('Bluray-1080p', 59),
    profile: { minUpgradeFormatScore: 10 },
  },
  {
    says: 'else: exactly the step more',
    verdict: 'upgrade',
    current: graded('Bluray-1080p', 50),
    next: graded('Bluray-1080p', 60),
    profile: { minUpgradeFormatScore: 10 },
  },
];

test.each(rows)('decideUpgrade: $says', ({ current, next, profile, propers, verdict }) => {
  const propersAndRepacks = propers ?? 'preferAndUpgrade';
  expect(decideUpgrade({ profile: aLadder(profile), current, next, propersAndRepacks })).toBe(verdict);
});

test('isUpgradeAllowed: with upgrades off only a better revision of the same quality may replace a file', () => {
  const off = aLadder({ upgradeAllowed: false });
  const current = graded('WEBDL-1080p', 50);
  expect(isUpgradeAllowed(off, current, graded('WEBDL-1080p', 0, 2))).toBe(true);
  expect(isUpgradeAllowed(off, current, graded('WEBRip-1080p', 0, 2))).toBe(false);
  expect(isUpgradeAllowed(off, current, graded('Bluray-1080p', 0))).toBe(false);
  expect(isUpgradeAllowed(off, current, graded('WEBDL-1080p', 60))).toBe(false);
  expect(isUpgradeAllowed(off, current, graded('WEBDL-1080p', 40))).toBe(true);
  expect(isUpgradeAllowed(aLadder(), current, graded('Bluray-1080p', 0))).toBe(true);
});

test('passImportGate: an equal score passes, less does not, and a better quality always does', () => {
  const gate = (next: Graded, propersAndRepacks: PropersAndRepacks = 'preferAndUpgrade'): string =>
    passImportGate({ profile: aLadder(), current: graded('Bluray-1080p', 100, 2), next, propersAndRepacks });
  expect(gate(graded('Bluray-1080p', 100, 2))).toBe('pass');
  expect(gate(graded('Bluray-1080p', 99, 2))).toBe('notCustomFormatUpgrade');
  expect(gate(graded('Bluray-1080p', 100, 1))).toBe('notRevisionUpgrade');
  expect(gate(graded('Bluray-1080p', 100, 1), 'doNotPrefer')).toBe('pass');
  expect(gate(graded('Remux-2160p', -500))).toBe('pass');
  expect(gate(graded('WEBDL-1080p', 900, 3))).toBe('notQualityUpgrade');
});
