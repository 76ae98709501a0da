import { test } from 'vitest';
import { analyses } from '../src/pipeline/analyses.ts';
import { indexLibrary } from '../src/analysis/shared/library-index.ts';
import { findRuleProblems } from '../src/analysis/shared/rule-problems.ts';
import { aRecordedLibrary, now, daysAgo } from './support/libraries.ts';
test('try', { timeout: 100000 }, async () => {
  const library = await aRecordedLibrary({ radarr: '../shared/recordings/radarr/own-dev', sonarr: '../shared/recordings/sonarr/own-dev' });
  for (const round of [1,2]) {
  let t = performance.now();
  const lap = (n: string) => { console.log(round, n, (performance.now() - t).toFixed(0)); t = performance.now(); };
  const index = indexLibrary(library, { now, since: daysAgo(7), isNarrowed: false });
  lap('index'); index.places(); lap('places'); index.seen(); lap('seen'); for (const g of index.groups) { index.ceiling(g); } lap('ceil'); findRuleProblems(index); lap('lint');
  for (const a of analyses) { a.run(index); lap(a.name); }
  }
});
