import { expect, test } from 'vitest';
import { createPseudonym } from '../../../src/lib/pseudonym.ts';
import type { ArrFailure } from '../../../src/model/arr-failure.ts';
import * as outputs from '../../../src/outputs/index.ts';
import type { InstanceResult } from '../../../src/outputs/output.ts';
import { createRedactor } from '../../../src/outputs/shared/redactor.ts';
import { aFile, anItem } from '../../support/builders.ts';
import { aHostileLibrary, hostileResults } from '../../support/hostile-library.ts';
import { writeOutput } from '../../support/write-output.ts';

const redactor = createRedactor((kind, text) => `${kind}-${text.length}`);
const keyed = createRedactor(createPseudonym(Buffer.alloc(32, 7)));

const episode = { id: 1, number: 1, tvdbId: 9, airDate: '2018-09-08', isMonitored: true };
const secret = aFile({
  instance: 'secret-instance',
  service: 'sonarr',
  item: anItem({
    title: 'Secret Title',
    titleSlug: 'secret-slug',
    imdbId: 'ttsecret',
    tmdbId: 4711,
    tvdbId: 4712,
    tags: ['secret-tag'],
    path: '/secret/folder',
    rootFolder: '/secret',
  }),
  part: { season: 1, episodes: [{ ...episode, title: 'Secret Episode' }] },
  path: '/secret/folder/Secret.Title.S01E01.MKV',
  relativePath: 'Secret.Title.S01E01.mkv',
  sceneName: 'Secret.Title.S01E01-SECRET',
  originalFilePath: 'Secret.Title.S01E01.m2ts',
  releaseGroup: 'SECRET',
  edition: 'Secret Cut',
  formats: [{ id: 1, name: 'HDR', score: 5 }],
});

const url = 'http://secret.example:7878/secret-base/api/v3/movie/12';

/** One failure of every kind, each with names wherever a name can be. */
const failures: readonly ArrFailure[] = [
  { url, kind: 'unreachable', problem: 'nothing listens at this address' },
  { url, kind: 'timeout', afterMs: 1000 },
  { url, kind: 'insecure', address: '203.0.113.7' },
  { url, kind: 'unauthorised' },
  { url, kind: 'forbidden' },
  { url, kind: 'not-an-arr', problem: 'it asks for a login page' },
  { url, kind: 'url-base', location: 'https://secret.example/secret-base/' },
  { url, kind: 'url-base', location: '/secret-base' },
  { url, kind: 'wrong-service', expected: 'Radarr', found: 'Sonarr' },
  { url, kind: 'wrong-service', expected: 'Radarr', found: 'Secretarr' },
  { url, kind: 'starting' },
  { url, kind: 'busy' },
  { url, kind: 'gone' },
  { url, kind: 'list-broken', problem: 'System.Exception: /secret/folder' },
  { url, kind: 'rules-broken', problem: 'System.Exception: Secret' },
  { url, kind: 'status', status: 418, problem: 'Secret' },
  { url, kind: 'status', status: 418, problem: null },
  { url, kind: 'body', problem: 'secret' },
];

test('no output tells a name, whatever failed', () => {
  const [read] = hostileResults();
  if (!read?.ok) throw new Error('the first instance was read');
  const results: InstanceResult[] = failures.map((failure) => {
    const where = { service: 'radarr', name: 'secret-instance' } as const;
    return { ...where, ok: false, failure };
  });
  const skipped = failures.map((failure) => ({ itemId: 1, title: 'Secret Title', failure }));
  const oddities = read.oddities.map((oddity) =>
    'title' in oddity ? { ...oddity, title: 'Secret Title' } : oddity,
  );
  const all: readonly InstanceResult[] = [
    ...results,
    { ...read, name: 'secret-instance', skipped, oddities },
  ];
  for (const output of [outputs.csv, outputs.json, outputs.ndjson]) {
    const text = writeOutput(output, [keyed.file(secret)], { results: all.map(keyed.result) });
    expect(text).not.toMatch(/secret|203\.0\.113|471[12]/i);
  }
});

test('hosts and paths of servers go, calls stay', () => {
  const told = failures.map((failure) =>
    redactor.result({ ok: false, service: 'radarr', name: 'a', failure }),
  );
  expect(told.map((result) => (result.ok ? null : result.failure))).toMatchInlineSnapshot(`
    [
      {
        "kind": "unreachable",
        "problem": "nothing listens at this address",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "afterMs": 1000,
        "kind": "timeout",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "address": "host-11",
        "kind": "insecure",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "unauthorised",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "forbidden",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "not-an-arr",
        "problem": "it asks for a login page",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "url-base",
        "location": "https://host-14",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "url-base",
        "location": "redacted",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "expected": "Radarr",
        "found": "Sonarr",
        "kind": "wrong-service",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "expected": "Radarr",
        "found": "another program",
        "kind": "wrong-service",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "starting",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "busy",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "gone",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "list-broken",
        "problem": "redacted",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "rules-broken",
        "problem": "redacted",
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "status",
        "problem": "redacted",
        "status": 418,
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "status",
        "problem": null,
        "status": 418,
        "url": "http://host-19/api/v3/movie/12",
      },
      {
        "kind": "body",
        "problem": "redacted",
        "url": "http://host-19/api/v3/movie/12",
      },
    ]
  `);
});

test('an address without a host loses what is not a call', () => {
  const urls = ['/api/v3/qualityprofile', 'secret'].map((url) =>
    redactor.result({ ok: false, service: 'radarr', name: 'a', failure: { kind: 'busy', url } }),
  );
  expect(urls).toMatchObject([
    { failure: { url: '/api/v3/qualityprofile' } },
    { failure: { url: 'redacted' } },
  ]);
});

test('scores, formats, profiles, qualities, sizes, languages, dates and ids of the server stay', () => {
  const { item, part, ...redacted } = keyed.file(secret);
  const { formats, score, profile, quality, sizeBytes, languages, dateAdded, fileId, indexerFlags } = secret;
  expect(redacted).toMatchObject({
    ...{ formats, score, profile, quality, sizeBytes, languages, dateAdded, fileId, indexerFlags },
  });
  expect(item).toMatchObject({ id: 1, year: 1927, originalLanguage: { name: 'German' } });
  expect(part?.episodes).toMatchObject([{ number: 1, airDate: '2018-09-08' }]);
});

test('a path keeps the end that names its container, and no other', () => {
  const ends = ['a.MKV', 'a.m2ts', 'Mr. Robot', 'a.Secret', '', '.mkv'].map(
    (relativePath) => redactor.file(aFile({ relativePath })).relativePath,
  );
  expect(ends).toEqual(['file-5.mkv', 'file-6.m2ts', 'file-9', 'file-8', '', 'file-4.mkv']);
});

test('what is absent or empty stays so', () => {
  const item = anItem({ rootFolder: null });
  const file = aFile({ item, sceneName: null, releaseGroup: '', edition: null, originalFilePath: null });
  expect(redactor.file(file)).toMatchObject({
    part: null,
    sceneName: null,
    releaseGroup: '',
    edition: null,
    originalFilePath: null,
    item: { rootFolder: null, imdbId: null },
  });
});

test('the files of one item share one redacted item', () => {
  const item = anItem();
  const [a, b] = [aFile({ item }), aFile({ item, fileId: 2 })].map(redactor.file);
  expect(a?.item).toBe(b?.item);
});

test('the same names come out alike in files and results', () => {
  const [first] = aHostileLibrary().map(keyed.file);
  const [read] = hostileResults().map(keyed.result);
  expect(read?.name).toBe(first?.instance);
});
