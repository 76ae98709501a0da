/** The analyses on a real past: the shipped stories, collected step by step with the servers' own histories. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { Service } from '../../src/model/service.ts';
import { analyses } from '../../src/pipeline/analyses.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';
import { openStore } from '../../src/store/open.ts';
import { expectFiguresToBeFound, figuresOf } from '../support/figures.ts';
import { aFolder } from '../support/folder.ts';
import { goldenSection } from '../support/golden-section.ts';
import { collectStory, dayOfStep, patientJudges } from '../support/store-story.ts';

const services: readonly Service[] = ['radarr', 'sonarr'];
const dayMs = 86_400_000;
const reports = new Map(
  await Promise.all(services.map(async (service) => [service, await aStoryReport(service)] as const)),
);

const cases = services.flatMap((service) => analyses.map(({ name }) => [name, service] as const));

test.each(cases)('%s says the same of the story of %s as before', async (name, service) => {
  const report = reports.get(service);
  if (report === undefined) throw new Error('there is a report');
  await expect(goldenSection(report, name)).toMatchFileSnapshot(
    `../golden/analysis/story/${service}-${name}.json`,
  );
});

test.each(services)('every filter of the story of %s finds as many files as it says', (service) => {
  const report = reports.get(service);
  if (report === undefined) throw new Error('there is a report');
  expect(figuresOf(report).length).toBeGreaterThan(300);
  expectFiguresToBeFound(report);
});

test('the stories have a past: replacements, changes and edits of rules', () => {
  for (const { library } of reports.values()) {
    expect(library.events.length).toBeGreaterThan(0);
    expect([...library.changes].some(({ kind }) => kind === 'replaced')).toBe(true);
    expect(library.ruleChanges.length).toBeGreaterThan(0);
    expect(new Set(library.days.map(({ day }) => day)).size).toBeGreaterThan(2);
  }
});

/** All that a store knows after the last step, a day after the newest of it: the past lies within the spans. */
async function aStoryReport(service: Service): Promise<Report> {
  await using folder = await aFolder({});
  await using store = await openStore(join(folder.path, 'story.db'), { use: 'collect' });
  await collectStory(service, [store]);
  const library = await store.loadLibrary({
    instances: null,
    since: new Date(0),
    withRescored: true,
    ...patientJudges,
  });
  const moments = [library.takenAt, ...[...library.events].map(({ at }) => at)];
  const newest = Math.max(...moments.map((at) => at?.getTime() ?? 0));
  const now = new Date(newest + dayMs);
  return makeReport(library, { names: null, now, since: dayOfStep(0), isNarrowed: false });
}
