import { readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { simulationGateFields } from '../../src/cli/shared/simulation-gates.ts';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { type Ran, run, yamlFor } from '../support/run.ts';

let simulator: Simulator;
let folder: Awaited<ReturnType<typeof aFolder>>;

const scoresOnly = `
profiles:
  Best of everything:
    scores: { Trusted group: 0, HDR: 800 }
    cutoff: 1000
`;
const format = {
  name: 'Fresh',
  specifications: [guideCondition('ReleaseTitleSpecification', { value: '.' })],
};
const serverFormat = {
  name: 'Object audio',
  specifications: [
    serverCondition('ReleaseTitleSpecification', [{ name: 'value', value: 'nothing of this' }]),
  ],
};

function guideCondition(implementation: string, fields: object): object {
  return { name: 'one', implementation, negate: false, required: false, fields };
}

function serverCondition(implementation: string, fields: readonly object[]): object {
  return { name: 'one', implementation, negate: false, required: false, fields };
}

const guideProfile = {
  trash_id: 'abc',
  name: 'Compact',
  upgradeAllowed: true,
  cutoff: 'WEB 1080p',
  minFormatScore: -9999,
  cutoffFormatScore: 10,
  items: [
    { name: 'WEB 1080p', allowed: true, items: ['WEBRip-1080p', 'WEBDL-1080p'] },
    { name: 'Martian-99p', allowed: false },
  ],
  formatItems: { Fresh: 'fresh-id' },
};

beforeAll(async () => {
  simulator = await startSimulator({ radarr: {}, sonarr: { name: 'tv' } });
  folder = await aFolder({
    'arr-score.yaml': yamlFor(simulator.instances),
    'scores.yaml': scoresOnly,
    'formats.yaml': `formats:\n  Object audio: { remove: true }\n  Fresh: { specifications: ${JSON.stringify(format.specifications)} }\nassign:\n  - { filter: profile = Compact, profile: Best of everything }\n`,
    'empty.yaml': '',
    'refused.yaml': `formats: { Fresh: { specifications: [{ implementation: ReleaseTitleSpecification, fields: { value: '\\b(Fresh' } }] } }\n`,
    'bad.yaml':
      'profils: {}\nprofiles:\n  X:\n    minimun: 3\n    cutoff: ten\nformats:\n  Y: { specifications: [] }\n  Z: 5\nzzzzzzzz: 1\n',
    'twice.yaml': 'profiles: {}\nprofiles: {}\n',
    'unknown.yaml': 'profiles:\n  Best of everythin: { cutoff: 1 }\n',
    'faraway.yaml': 'profiles:\n  Martian: { cutoff: 1 }\n',
    'nowhere.yaml': 'assign:\n  - { filter: score < 1, profile: Compct }\n',
    'list.yaml': '- profiles\n',
    'missing.yaml': 'assign:\n  - { filter: score < 1, profile: Compact }\n  - { filter: score < 2 }\n',
    'filter.yaml': 'assign:\n  - { filter: scroe < 1, profile: Compact }\n',
    'exports/a.json': JSON.stringify([{ ...format, trash_id: 'fresh-id', trash_scores: { default: 7 } }]),
    'exports/sub/b.json': JSON.stringify(serverFormat),
    'exports/sub/c.json': JSON.stringify(guideProfile),
    'fields.yaml':
      'formats:\n  Fresh: { specifications: [{ implementation: SourceSpecification, fields: [{ value: 7 }] }] }\n',
    'broken/a.json': '{',
    'partial/a.json': '{"name": "A", "specifications": [{ "fields": { "value": 7 } }]}',
    'strange/a.json': '{"name": 5, "specifications": []}',
    'bare/readme.txt': '',
  });
  await chmod(join(folder.path, 'arr-score.yaml'), 0o600);
});

afterAll(async () => {
  await simulator[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

function simulate(...argv: readonly string[]): Promise<Ran> {
  const words = argv.map((word) =>
    /^[a-z]+[.]yaml$|^(exports|broken|partial|strange|bare|gone)$/.test(word)
      ? join(folder.path, word)
      : word,
  );
  return run(['simulate', ...words, '--config', join(folder.path, 'arr-score.yaml'), '--quiet']);
}

const Told = z.object({
  counts: z.record(z.string(), z.number()),
  evaluated: z.array(z.string()),
  formats: z.array(z.object({ name: z.string(), gains: z.number(), loses: z.number() })),
  files: z.array(
    z.object({
      profile: z.string(),
      profile_after: z.string(),
      score: z.number(),
      score_after: z.number(),
      certainty: z.string(),
    }),
  ),
});

async function told(...argv: readonly string[]): Promise<z.infer<typeof Told>> {
  const { code, out, err } = await simulate(...argv, '--format', 'json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return Told.parse(JSON.parse(out));
}

test('edited scores are exact for all files, and the text says what moves', async () => {
  const { code, out } = await simulate('scores.yaml', 'main');
  expect(code).toBe(0);
  expect(out).toMatch(/^radarr\/main · Best of everything +\d+ files$/m);
  expect(out).toMatch(/^ {2}rises +\d+ {3}falls +\d+ {3}same +\d+$/m);
  expect(out).toContain('  most affected\n');
  expect(out).toContain('exact for 107 files: only scores and thresholds are edited');
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('the csv has every file with its score before and after', async () => {
  const { out } = await simulate('scores.yaml', '--format', 'csv');
  const rows = out.trimEnd().split('\r\n');
  expect(rows).toHaveLength(1 + 107 + 190);
  expect(rows[0]).toMatch(
    /^instance,service,file_id,title,year,part,monitored,profile,profile_after,score,score_after,/,
  );
});

test('the formats of a text say how many files and points move, with their signs', async () => {
  const { out } = await simulate('exports', 'main');
  expect(out).toMatch(/^ {2}Object audio +−\d+ files {2}−[\d,]+ points$/m);
  expect(out).toMatch(/^ {2}Rejected group +\+[\d,]+ points$/m);
});

test('what cannot be evaluated is said within 80 columns', async () => {
  const { out } = await simulate('tv', '--rules-of', 'main');
  const lines = out.split('\n');
  expect(lines.some((line) => line.startsWith('  not evaluated: '))).toBe(true);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('formats come and go, and files get another profile', async () => {
  const { evaluated, formats, files, counts } = await told('formats.yaml', 'main');
  expect(evaluated).toEqual(['Fresh']);
  expect(formats.find(({ name }) => name === 'Fresh')).toMatchObject({ gains: 107, loses: 0 });
  expect(formats.find(({ name }) => name === 'Object audio')?.loses).toBeGreaterThan(0);
  const moved = files.filter(({ profile }) => profile === 'Compact');
  expect(new Set(moved.map((file) => file.profile_after))).toEqual(new Set(['Best of everything']));
  expect(counts['reassigned']).toBe(moved.length);
});

test('a folder of exports replaces by name, in the form of the servers and of the guide', async () => {
  const { evaluated, formats, files } = await told('exports', 'main');
  expect(evaluated).toEqual(['Object audio', 'Fresh']);
  expect(formats.find(({ name }) => name === 'Object audio')).toMatchObject({ gains: 0 });
  const compact = files.filter(({ profile }) => profile === 'Compact');
  expect(compact.length).toBeGreaterThan(0);
  expect(new Set(compact.map((file) => file.score_after))).toEqual(new Set([7]));
});

test('the rules of another instance, here the same ones, change nothing', async () => {
  const { counts } = await told('main', '--rules-of', 'main');
  expect(counts).toMatchObject({ files: 107, same: 107, newlyOpen: 0 });
});

test('nothing to do is fine', async () => {
  const { out } = await simulate('empty.yaml', 'main');
  expect(out).toMatch(/^nothing moves in \d+ other profiles\n/);
});

test('where the server hides names the text says for how many', async () => {
  const { out } = await simulate('exports', 'tv');
  expect(out).toMatch(
    /exact for \d+ of 190 files: 2 formats matched anew\n {2}\d+ files: the server hides the release name/,
  );
});

test('from the store no server is asked, and edited scores do the same', { timeout: 30_000 }, async () => {
  await using servers = await startSimulator({ radarr: {}, sonarr: { name: 'tv' } });
  const config = `${yamlFor(servers.instances)}store: history.db\n`;
  const exported = { 'exports/a.json': JSON.stringify(serverFormat) };
  await using place = await aFolder({ 'arr-score.yaml': config, 'scores.yaml': scoresOnly, ...exported });
  const arr = (...argv: readonly string[]): Promise<Ran> =>
    run([...argv, '--config', join(place.path, 'arr-score.yaml'), '--quiet']);
  const scores = ['simulate', join(place.path, 'scores.yaml'), '--format', 'csv'];
  const asked = await arr(...scores);
  expect(await arr(...scores, '--from-store')).toMatchObject({
    code: 1,
    err: expect.stringContaining('there is no store at'),
  });
  await arr('collect', 'main', '--no-backfill');
  expect(await arr(...scores, '--from-store')).toMatchObject({
    code: 1,
    err: expect.stringContaining('sonarr/tv is not in the store'),
  });
  await arr('collect', '--no-backfill');
  const before = servers.log.length;
  const stored = await arr(...scores, '--from-store');
  expect(stored.code).toBe(0);
  expect(stored.out).toBe(asked.out);
  const same = await arr('simulate', '--rules-of', 'main', 'main', '--from-store', '--format', 'json');
  expect(Told.parse(JSON.parse(same.out)).counts).toMatchObject({ files: 107, same: 107 });
  const names = await arr('simulate', join(place.path, 'exports'), 'tv', '--from-store');
  expect(names.out).toMatch(/asked without --from-store, its history may tell it/);
  expect(servers.log.length).toBe(before);
});

test.each([
  ['falls>0', 4],
  ['falls>0 and below-minimum>100000', 0],
  ['files=107 and gb<99999 and inexact<=0', 4],
  ['same-thing>1', 2],
  ['falls', 2],
])('--fail-on "%s" ends with %i', async (gate, code) => {
  expect((await simulate('scores.yaml', 'main', '--fail-on', gate)).code).toBe(code);
});

test('each of several gates may break, and the broken one is told with its figures', async () => {
  const { code, err } = await simulate(
    'scores.yaml',
    'main',
    '--fail-on',
    'falls>99999',
    '--fail-on',
    'files > 9 and gb<9',
  );
  expect(code).toBe(4);
  expect(err).toMatch(/broken: files > 9 and gb<9 \(files is 107, gb is \d\.\d\)/);
  expect(err).not.toContain('broken: falls');
});

test.each([
  ['a gate that nobody knows', ['scores.yaml', '--fail-on', 'fals>1'], 'Did you mean "falls"?'],
  ['a gate without a number', ['scores.yaml', '--fail-on', 'falls'], '--fail-on cannot be read'],
  ['a gate without anything', ['scores.yaml', '--fail-on', ''], 'Write "files > 0".'],
  [
    'a file beside the rules of an instance',
    ['scores.yaml', '--rules-of', 'main'],
    'Take one of the two out.',
  ],
  ['no change at all', [], 'nothing to simulate'],
  ['a file that is not there', ['gone.yaml'], 'cannot be read'],
  [
    'a pattern that no server would save',
    ['refused.yaml', 'main'],
    'Fresh: the server refuses the pattern \\b(Fresh: a ( is never closed',
  ],
  ['an unknown key', ['bad.yaml'], 'profils: unknown key. Did you mean "profiles"?'],
  ['a key of a profile', ['bad.yaml'], 'profiles.X.minimun: unknown key. Did you mean "minimum"?'],
  ['no number', ['bad.yaml'], 'profiles.X.cutoff'],
  ['a format without conditions', ['bad.yaml'], 'needs a condition'],
  ['a format that is a number', ['bad.yaml'], 'formats.Z'],
  ['a key near to nothing', ['bad.yaml'], 'zzzzzzzz: unknown key. Keys: profiles, formats, assign'],
  ['a key that is there twice', ['twice.yaml'], 'this key is there twice'],
  ['a list', ['list.yaml'], '/list.yaml:1:1 '],
  ['a key that is missing', ['missing.yaml'], '/missing.yaml:3:5 '],
  ['a profile that no server has', ['unknown.yaml'], 'Did you mean "Best of everything"?'],
  ['a profile near to nothing', ['faraway.yaml'], 'There are: '],
  ['files for a profile that there is not', ['nowhere.yaml'], 'Did you mean "Compact"?'],
  ['a filter that cannot be read', ['filter.yaml'], 'the filter cannot be read'],
  ['a file that is no JSON', ['broken'], 'is no JSON'],
  ['JSON that is no rule', ['strange'], 'custom format or a quality profile'],
  ['a condition that does not say what it tests', ['partial'], 'specifications.0.implementation: '],
  ['a field without a name', ['fields.yaml'], 'formats.Fresh: a condition cannot be read: fields.0.name: '],
  ['a folder without rules', ['bare'], 'no exported format or profile'],
  ['a format that there is not', ['scores.yaml', '--format', 'pdf'], '--format takes text, json or csv'],
  ['an instance that there is not', ['--rules-of', 'mian'], 'Did you mean "main"?'],
])('%s is 2, with what to do', async (_name, argv, said) => {
  const { code, out, err } = await simulate(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(said);
});

test('an instance that cannot be read is named, and the code is 3', async () => {
  await using broken = await startSimulator({
    radarr: { faults: [{ kind: 'unauthorised', on: { count: null } }] },
  });
  const both = [...broken.instances, ...simulator.instances.filter(({ name }) => name === 'tv')];
  await using place = await aFolder({ 'arr-score.yaml': yamlFor(both), 'scores.yaml': scoresOnly });
  const config = join(place.path, 'arr-score.yaml');
  const ran = await run(['simulate', join(place.path, 'scores.yaml'), '--config', config]);
  expect(ran.code).toBe(3);
  expect(ran.err).toContain('not simulated: main');
  expect(ran.out).toContain('sonarr/tv');
  const alone = await run(['simulate', join(place.path, 'scores.yaml'), 'main', '--config', config]);
  expect(alone).toMatchObject({ code: 3, err: expect.stringContaining('not simulated: main') });
  const rules = await run(['simulate', '--rules-of', 'main', '--config', config]);
  expect(rules.code).toBe(2);
  expect(rules.err).toContain('refused the API key');
});

test('every gate is documented with its unit', () => {
  const told = readFileSync('docs/simulate.md', 'utf8');
  for (const { name } of simulationGateFields) expect(told).toContain(`\`${name}\``);
});
