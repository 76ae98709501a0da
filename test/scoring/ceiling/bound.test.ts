import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomFormat, Specification } from '../../../src/model/custom-format.ts';
import type { Quality } from '../../../src/model/quality.ts';
import type { QualityItem } from '../../../src/model/quality-profile.ts';
import { sourceNumber } from '../../../src/scoring/attribute-numbers.ts';
import { bound } from '../../../src/scoring/ceiling/bound.ts';
import type { FormatInput } from '../../../src/scoring/matching/format-input.ts';
import { createFormatMatcher } from '../../../src/scoring/matching/format-matcher.ts';
import { aFormat, aLadder, condition, named, scores } from '../../support/scoring.ts';

// The bound against every release there is, in a world that is small enough: the engine itself matches them all.

const words = ['x265', 'HDR', 'Remaster'];
const groups = ['Alpha', 'Beta', 'Other'];
const sizesGib = [0, 1, 2, 3];
const names = ['SDTV', 'WEBDL-1080p', 'WEBRip-1080p', 'Bluray-1080p', 'Remux-2160p'] as const;

const quality = (name: string, isAllowed: boolean): QualityItem => {
  return { kind: 'quality', quality: named(name), isAllowed };
};

/** A ladder whose steps are allowed by the bits of a number; two of the qualities are a group. */
function ladderItems(allowed: number): readonly QualityItem[] {
  const [sdtv, webdl, webrip, bluray, remux] = names;
  const web = [named(webdl), named(webrip)];
  const isAllowed = (bit: number): boolean => (allowed >> bit) % 2 === 1;
  const group: QualityItem = {
    kind: 'group',
    id: 1001,
    name: 'WEB',
    qualities: web,
    isAllowed: isAllowed(1),
  };
  return [quality(sdtv, isAllowed(0)), group, quality(bluray, isAllowed(2)), quality(remux, isAllowed(3))];
}

function takenBy(items: readonly QualityItem[]): readonly Quality[] {
  return items.flatMap((item) => {
    if (!item.isAllowed) return [];
    return item.kind === 'quality' ? [item.quality] : item.qualities;
  });
}

/** Every release of these qualities: any words in its title, any group, size and type. */
function everyRelease(qualities: readonly Quality[]): readonly FormatInput[] {
  const titles = Array.from({ length: 2 ** words.length }, (_, bits) =>
    words.filter((_word, at) => (bits >> at) % 2 === 1).join('.'),
  );
  return qualities.flatMap(({ source, resolution }) =>
    titles.flatMap((title) =>
      groups.flatMap((releaseGroup) =>
        sizesGib.map((gib) => ({
          title,
          fileName: title,
          edition: null,
          releaseGroup,
          languages: [],
          originalLanguage: null,
          source: sourceNumber('radarr', source),
          resolution,
          modifier: 0,
          releaseType: 0,
          indexerFlags: 0,
          sizeBytes: gib * 1024 ** 3,
          year: 0,
        })),
      ),
    ),
  );
}

const flags = { isNegated: fc.boolean(), isRequired: fc.boolean() };

const conditions = fc.oneof(
  fc.record({ kind: fc.constant('ReleaseTitle'), value: fc.constantFrom(...words), ...flags }),
  fc.record({
    kind: fc.constant('ReleaseGroup'),
    value: fc.constantFrom('^(Alpha)$', '^(Alpha|Beta)$'),
    ...flags,
  }),
  fc.record({ kind: fc.constant('Source'), value: fc.constantFrom(5, 7, 8, 9), ...flags }),
  fc.record({ kind: fc.constant('Resolution'), value: fc.constantFrom(480, 1080, 2160), ...flags }),
  fc.record({ kind: fc.constant('Size'), value: fc.constantFrom(0, 1, 2), ...flags }),
);

type Drawn = typeof conditions extends fc.Arbitrary<infer T> ? T : never;

function specificationOf({ kind, value, isNegated, isRequired }: Drawn): Specification {
  const fields = kind === 'Size' ? { min: Number(value), max: Number(value) + 1 } : { value };
  return condition(`${kind}Specification`, fields, { isNegated, isRequired });
}

const profiles = fc.record({
  allowed: fc.integer({ min: 1, max: 15 }),
  formats: fc.array(
    fc.record({
      drawn: fc.array(conditions, { maxLength: 4 }),
      score: fc.integer({ min: -5, max: 20 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

type Drew = typeof profiles extends fc.Arbitrary<infer T> ? T : never;

/** What the bound says, and the most that any release gets when only what adds is counted. */
function bothOf({ allowed, formats: drawn }: Drew, isRequired: boolean | null) {
  const items = ladderItems(allowed);
  const formats: readonly CustomFormat[] = drawn.map((one, at) =>
    aFormat(
      at + 1,
      ...one.drawn.map((each) => specificationOf({ ...each, isRequired: isRequired ?? each.isRequired })),
    ),
  );
  const points = new Map(drawn.map(({ score }, at) => [at + 1, score]));
  const profile = aLadder({ items, formatScores: scores(...points) });
  const matcher = createFormatMatcher(formats, 'radarr');
  const reached = everyRelease(takenBy(items)).map((release) =>
    matcher.match(release).matched.reduce((sum, id) => sum + Math.max(0, points.get(id) ?? 0), 0),
  );
  return { bound: bound(profile, formats, 'radarr').score, best: Math.max(...reached) };
}

test('no release the profile takes is above the bound', () => {
  let loose = 0;
  fc.assert(
    fc.property(profiles, (drew) => {
      const { bound: most, best } = bothOf(drew, null);
      if (most > best) loose += 1;
      expect(most).toBeGreaterThanOrEqual(best);
    }),
    { numRuns: 300, seed: 6 },
  );
  process.stderr.write(`bound: above the best release in ${loose} of 300 profiles\n`);
  expect(loose).toBeLessThan(5);
});

test('where every condition is required, some release reaches the bound', () => {
  fc.assert(
    fc.property(profiles, (drew) => {
      const { bound: most, best } = bothOf(drew, true);
      expect(most).toBe(best);
    }),
    { numRuns: 300, seed: 7 },
  );
});
