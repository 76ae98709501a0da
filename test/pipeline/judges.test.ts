import { expect, test } from 'vitest';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import { createJudges } from '../../src/pipeline/judges.ts';
import { patternGuard } from '../../src/pipeline/pattern-guard.ts';
import type { Guard } from '../../src/scoring/pattern/guard.ts';
import { aProfile, aQuality } from '../support/builders.ts';
import { aPlainFile, factsIn, someRules } from '../support/worlds.ts';

const { matches, stateOf } = createJudges(patternGuard(20_000));

function formatOf(implementation: string, value: string): CustomFormat {
  const specification = { name: '', implementation, isNegated: false, isRequired: false, fields: { value } };
  return { id: 1, name: 'A', includedWhenRenaming: false, specifications: [specification] };
}

const titled = formatOf('ReleaseTitleSpecification', '\\bHDR\\b');
const grouped = formatOf('ReleaseGroupSpecification', '^NTb$');

function facts(only: Parameters<typeof aPlainFile>[0] = {}) {
  return factsIn({ rules: someRules([], []), file: aPlainFile(only) });
}

test('formats are matched as the servers match them', () => {
  expect(matches(facts({ sceneName: 'Film.2020.HDR.x265' }), titled)).toBe(true);
  expect(matches(facts({ sceneName: 'Film.2020.SDR.x265' }), titled)).toBe(false);
  expect(matches(facts({ releaseGroup: 'ntb' }), grouped)).toBe(true);
});

test('on Windows the name ends at the last backslash', () => {
  expect(matches(facts({ relativePath: 'HDR\\Film.mkv' }), titled)).toBe(false);
  expect(matches(facts({ relativePath: 'Film\\Film HDR.mkv' }), titled)).toBe(true);
});

test('where Sonarr hides the name it matches on, nobody can tell; its other conditions are told', () => {
  const quality = aQuality({ modifier: null });
  expect(matches(facts({ quality }), titled)).toBeNull();
  expect(matches(facts({ quality, sceneName: 'Show.S01E01.HDR' }), titled)).toBe(true);
  expect(matches(facts({ quality, releaseGroup: 'NTb' }), grouped)).toBe(true);
});

test('a condition that only the server knows is not answered', () => {
  expect(matches(facts(), formatOf('MoonPhaseSpecification', 'full'))).toBeNull();
});

test('a pattern that is late is asked again, one that always is counts as a runaway, once', () => {
  let asked = 0;
  const late = (times: number): Guard => {
    asked = 0;
    return (work) => {
      asked += 1;
      return asked <= times ? { kind: 'overrun' } : { kind: 'finished', value: work() };
    };
  };
  const file = facts({ releaseGroup: 'NTb' });
  expect(createJudges(late(2)).matches(file, grouped)).toBe(true);
  const hopeless = createJudges(late(3));
  expect([hopeless.matches(file, grouped), hopeless.matches(file, grouped)]).toEqual([null, null]);
  expect(asked).toBe(3);
});

test('states are those of the servers', () => {
  expect(stateOf(aProfile({ cutoffFormatScore: 10 }), aQuality(), 5)).toEqual({
    belowMinimum: false,
    quality: 'met',
    format: 'open',
    upgradesAllowed: true,
  });
});
