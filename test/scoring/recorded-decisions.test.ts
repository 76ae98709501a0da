import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judgeRelease } from '../../src/scoring/decision/judge-release.ts';
import { createFormatMatcher } from '../../src/scoring/matching/format-matcher.ts';
import { releaseInput } from '../../src/scoring/matching/release-input.ts';
import { scoreOf } from '../../src/scoring/score-of.ts';
import {
  type RecordedDecision,
  type RecordedDecisions,
  radarrDecisions,
  sonarrDecisions,
} from '../support/decisions.ts';
import { type ReadSet, readSet } from '../support/read-set.ts';
import { hasRecordings, rawRows, recordings } from '../support/recordings.ts';
import { say } from '../support/say.ts';

/** Reasons that hang on what we cannot see: left out by name, and counted. */
const leftOut = new Set([
  'aboveMaximumSize',
  'belowMinimumSize',
  'availability',
  'hardcodeSubtitles',
  'movieNotMonitored',
  'seriesNotMonitored',
  'episodeNotMonitored',
  'fullSeasonNotAired',
  'existingFileHasMoreEpisodes',
]);

const Series = z.object({ id: z.number(), seriesType: z.string() });

async function recorded(service: string, set: string, read: ReadSet): Promise<RecordedDecisions> {
  if (service === 'radarr') return radarrDecisions(set, read);
  const series = await rawRows(join(recordings, service, set), 'series', Series);
  const anime = series.filter(({ seriesType }) => seriesType === 'anime');
  return sonarrDecisions(set, read, { animeIds: new Set(anime.map(({ id }) => id)) });
}

describe.skipIf(!hasRecordings)('without ../shared/recordings this cannot be shown:', () => {
  test.each([
    ['radarr', 'own-dev'],
    ['radarr', 'trash-dev'],
    ['sonarr', 'own-dev'],
    ['sonarr', 'trash-dev'],
  ] as const)(
    '%s %s: formats, score and the set of reasons of every decision are the server’s',
    { timeout: 120_000 },
    async (service, set) => {
      const read = await readSet(service, set);
      const { decisions, left } = await recorded(service, set, read);
      const matcher = createFormatMatcher(read.rules.formats, service);
      const judged = decisions.map((decision) => judge(decision, matcher));
      const ours = judged.filter(({ seen }) => seen.length === 0).length;
      const unseen = counted([...left, ...judged.flatMap(({ unseen }) => unseen)]);
      say(`${service} ${set}: ${judged.length} decisions, ${ours} accepted by the rules we know`);
      say(`  counted and left out: ${JSON.stringify(unseen)}`);
      say(`  compared: ${JSON.stringify(counted(judged.flatMap(({ seen }) => seen)))}`);
      expect(judged.length).toBeGreaterThan(500);
      expect(judged.flatMap(({ differs }) => differs)).toEqual([]);
    },
  );
});

interface Judged {
  /** The server's reasons that hang on what we know. */
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
  readonly differs: readonly string[];
}

function judge(
  { n, offer, parsed, ...server }: RecordedDecision,
  matcher: ReturnType<typeof createFormatMatcher>,
): Judged {
  const { matched } = matcher.match(releaseInput(parsed));
  const score = scoreOf(offer.profile, matched);
  const { quality, releaseGroup } = parsed;
  const languages = parsed.languages ?? [];
  const reasons = judgeRelease({ ...offer, release: { quality, releaseGroup, languages, score } });
  const seen = server.reasons.filter((reason) => !leftOut.has(reason));
  const pairs = [
    ['formats', joined(matched), joined(server.formatIds)],
    ['score', String(score), String(server.score)],
    ['reasons', joined(reasons), joined(seen)],
  ] as const;
  const differs = pairs.filter(([, ours, theirs]) => ours !== theirs);
  return {
    seen,
    unseen: server.reasons.filter((reason) => leftOut.has(reason)),
    differs: differs.map(([what, ours, theirs]) => `${n} ${what}: ${ours} instead of ${theirs}`),
  };
}

function joined(values: readonly (string | number)[]): string {
  return [...new Set(values.map(String))].toSorted().join(' ');
}

function counted(values: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  );
}
