import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Filter } from '../../../../src/model/filter/filter.ts';
import { formatFilter } from '../../../../src/model/filter/format-filter.ts';
import { parseFilter } from '../../../../src/model/filter/parse-filter.ts';
import {
  choicesOf,
  commonProfile,
  formatChoices,
} from '../../../../src/outputs/dashboard/client/logic/choices.ts';
import {
  columnsShown,
  detailOf,
  explorerColumns,
  languagesOf,
} from '../../../../src/outputs/dashboard/client/logic/explorer-columns.ts';
import { rowsAsCsv, rowsAsJson } from '../../../../src/outputs/dashboard/client/logic/export-rows.ts';
import {
  chipsOf,
  choiceOf,
  formatWish,
  scoreLimits,
  withChoice,
  withFormat,
  withoutConditions,
  withScoreLimits,
} from '../../../../src/outputs/dashboard/client/logic/filter-chips.ts';
import { findRows } from '../../../../src/outputs/dashboard/client/logic/find-rows.ts';
import { bestDrop } from '../../../../src/outputs/dashboard/client/logic/least-filter.ts';
import { createNumbers } from '../../../../src/outputs/dashboard/client/logic/numbers.ts';
import { createRowSorter, nextSort } from '../../../../src/outputs/dashboard/client/logic/sort-rows.ts';
import { medianScore, sizeOf, sumStates } from '../../../../src/outputs/dashboard/client/logic/summary.ts';
import { builtInViews } from '../../../../src/outputs/dashboard/client/logic/views.ts';
import { anItem, aProfile } from '../../../support/builders.ts';
import { aLibraryFile, aPageModel, someFilms } from '../../../support/page-model.ts';

const model = aPageModel(someFilms([50, -10, 200, 50, 0]));
const everything = { filter: '', search: '', instance: null };
const numbers = createNumbers('en-GB', 'UTC');

function filterOf(text: string): Filter {
  const parsed = parseFilter(text, model.fields);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.filter;
}

test('filter, search and instance narrow the files by one grammar', () => {
  expect(findRows(model, everything).rows).toEqual([0, 1, 2, 3, 4]);
  expect(findRows(model, { ...everything, filter: 'score >= 50 and score < 200' }).rows).toEqual([0, 3]);
  expect(findRows(model, { ...everything, filter: 'state = "below minimum"' }).rows).toEqual([1]);
  expect(findRows(model, { ...everything, search: 'film c' }).rows).toEqual([2]);
  expect(findRows(model, { ...everything, search: 'group' }).rows).toHaveLength(5);
  expect(findRows(model, { ...everything, instance: 'sonarr/main' }).rows).toEqual([]);
});

test('the limits of the score do not narrow what the histogram shows', () => {
  const found = findRows(model, { ...everything, filter: 'format = HDR and score > 100' });
  expect(found.rows).toEqual([2]);
  expect(found.anyScore).toEqual([0, 1, 2, 3]);
});

test('a filter that cannot be read says so and lets all pass', () => {
  const found = findRows(model, { ...everything, filter: 'scroe > 1' });
  expect(found.problem?.message).toContain('scroe');
  expect(found.rows).toHaveLength(5);
});

test('rows are put in order by several columns, equals as in the library', () => {
  const sort = createRowSorter(model);
  const all = [0, 1, 2, 3, 4];
  expect(sort(all, [])).toBe(all);
  expect(sort(all, [{ column: 'score', isDescending: false }])).toEqual([1, 4, 0, 3, 2]);
  expect(
    sort(all, [
      { column: 'score', isDescending: true },
      { column: 'title', isDescending: true },
    ]),
  ).toEqual([2, 3, 0, 4, 1]);
  expect(sort(all, [{ column: 'nothing', isDescending: true }])).toEqual(all);
  for (const { key } of explorerColumns)
    expect(sort(all, [{ column: key, isDescending: false }])).toHaveLength(5);
});

test('a head turns the order up, down and off; Shift adds a second column', () => {
  const up = nextSort([], 'score', false);
  expect(up).toEqual([{ column: 'score', isDescending: false }]);
  const down = nextSort(up, 'score', false);
  expect(down).toEqual([{ column: 'score', isDescending: true }]);
  expect(nextSort(down, 'score', false)).toEqual([]);
  const both = nextSort(down, 'title', true);
  expect(both).toEqual([...down, { column: 'title', isDescending: false }]);
  expect(nextSort(both, 'score', true)).toEqual([{ column: 'title', isDescending: false }]);
});

test('each filter in use is a chip, limits of the score are one', () => {
  const filter = filterOf(
    'profile = HD and format != LQ and format has HDR and score >= -300 and score <= 1200 and size > 4GB',
  );
  expect(chipsOf(filter, numbers).map(({ label, value }) => `${label} ${value}`)).toEqual([
    'Profile HD',
    'Has not LQ',
    'Has HDR',
    'Size > 4GB',
    'Score −300 to 1,200',
  ]);
  const [first] = chipsOf(filter, numbers);
  expect(withoutConditions(filter, first?.conditions ?? [])).not.toContain('profile');
  const one = (text: string): string | undefined => chipsOf(filterOf(text), numbers)[0]?.value;
  expect([one('score >= 5'), one('score < 5'), one('score != 5')]).toEqual(['≥ 5', '≤ 4', '!= 5']);
});

test('limits, choices and wishes are written into the filter and read from it', () => {
  expect(scoreLimits(filterOf('score > 4 and score < 10'))).toEqual({ low: 5, high: 9 });
  expect(scoreLimits(filterOf('score = 7'))).toEqual({ low: 7, high: 7 });
  expect(withScoreLimits(filterOf('score > 4 and monitored = yes'), -5, null)).toBe(
    'monitored = yes and score >= -5',
  );
  expect(withScoreLimits(filterOf(''), null, 9)).toBe('score <= 9');
  expect(withChoice(filterOf('profile = HD'), 'profile', 'Best "of"')).toBe(
    String.raw`profile = "Best \"of\""`,
  );
  expect(withChoice(filterOf('profile = HD'), 'profile', null)).toBe('');
  expect(choiceOf(filterOf('profile = HD'), 'profile')).toBe('HD');
  expect(choiceOf(filterOf(''), 'profile')).toBeNull();
  const without = withFormat(filterOf('format has HDR'), 'LQ', 'has not');
  expect(['HDR', 'lq', 'x'].map((name) => formatWish(filterOf(without), name))).toEqual([
    'has',
    'has not',
    'any',
  ]);
  expect(withFormat(filterOf(without), 'lq', 'any')).toBe('format has HDR');
  expect(withFormat(filterOf(''), 'a b', 'has')).toBe('format has "a b"');
});

test('choices are counted, most files first, and formats that match nothing come last', () => {
  const rows = [0, 1, 2, 3, 4];
  expect(choicesOf(model, rows, ({ profile }) => [profile.name])).toEqual([{ value: 'HD', files: 5 }]);
  expect(formatChoices(model, rows)[0]).toEqual({ value: 'HDR', files: 4 });
  expect(formatChoices(model, [4]).every(({ files }) => files === 0)).toBe(true);
});

test('scores are compared only where all files are of one profile', () => {
  const other = aLibraryFile({ profile: aProfile({ id: 2, name: 'Other' }) });
  const twin = aLibraryFile({ profile: aProfile({ id: 3 }) });
  const mixed = aPageModel([...someFilms([1]), twin, other]);
  expect(commonProfile(mixed, [0, 1])?.name).toBe('HD');
  expect(commonProfile(mixed, [0, 1, 2])).toBeNull();
  expect(commonProfile(mixed, [])).toBeNull();
});

test('where nothing passes, the filter without which most would is named', () => {
  const filter = filterOf('title has "film a" and score > 1000');
  const drop = bestDrop(model, { filter, chips: chipsOf(filter, numbers), route: everything });
  expect([drop?.chip.label, drop?.files, drop?.filter]).toEqual(['Score', 1, 'title has "film a"']);
  const hopeless = filterOf('title = x and quality = y');
  expect(
    bestDrop(model, { filter: hopeless, chips: chipsOf(hopeless, numbers), route: everything }),
  ).toBeNull();
});

test('the title is always a column', () => {
  expect(columnsShown(['score']).map(({ key }) => key)).toEqual(['title', 'score']);
  expect(columnsShown(null)).toHaveLength(8);
});

test('what is exported is what is shown, in its order, guarded against formulas', () => {
  const files = [
    aLibraryFile({ item: anItem({ title: '=1+1' }), score: 5, formats: [{ id: 1, name: 'HDR', score: 5 }] }),
  ];
  const one = aPageModel(files);
  const csv = rowsAsCsv(one, [0], explorerColumns);
  const [head = [], row = []] = Papa.parse<string[]>(csv).data;
  const cell = (name: string): string | undefined => row[head.indexOf(name)];
  expect([cell('title'), cell('score'), cell('state'), cell('to_cutoff'), cell('formats')]).toEqual([
    "'=1+1",
    '5',
    'format open',
    '95',
    'HDR (+5)',
  ]);
  expect(JSON.parse(rowsAsJson(one, [0], columnsShown(['score'])))).toEqual([
    { instance: 'radarr/main', file_id: 1, title: '=1+1', part: '1927', score: 5 },
  ]);
  const nameless = aPageModel([aLibraryFile({ releaseGroup: null })]);
  expect(JSON.parse(rowsAsJson(nameless, [0], columnsShown(['instance', 'group'])))).toEqual([
    { instance: 'radarr/main', file_id: 1, title: 'Metropolis', part: '1927', release_group: null },
  ]);
  expect(
    rowsAsCsv(model, [2, 0], columnsShown(['score']))
      .split('\r\n')
      .slice(1, 3)
      .map((line) => line.split(',').at(-1)),
  ).toEqual(['200', '50']);
});

test('sums over files', () => {
  const rows = [0, 1, 2, 3, 4];
  expect(sumStates(model, rows).map(({ label, files }) => `${label} ${files}`)).toEqual([
    'closed 1',
    'format open 3',
    'quality open 0',
    'below minimum 1',
    'upgrades off 0',
  ]);
  expect(sizeOf(model, [0, 1])).toBe(16_000_000_000);
  expect(medianScore(model, rows)).toBe(50);
  expect(medianScore(model, [])).toBeNull();
  const off = aPageModel([aLibraryFile({ item: anItem({ isMonitored: false }) })]);
  expect(sumStates(off, [0]).find(({ files }) => files > 0)?.unmonitored).toBe(1);
});

test('the built-in views are filters of the grammar', () => {
  for (const { filter } of builtInViews) expect(formatFilter(filterOf(filter))).toBe(filter);
});

test('words beside a title', () => {
  const part = {
    season: 1,
    episodes: [{ id: 1, number: 2, title: '', tvdbId: null, airDate: null, isMonitored: true }],
  };
  expect(detailOf(aLibraryFile({ part }))).toBe('S01E02');
  expect(detailOf(aLibraryFile({ item: anItem({ year: 0 }) }))).toBe('');
  expect(languagesOf(aLibraryFile({ languages: null }))).toBe('');
});
