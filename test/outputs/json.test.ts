import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { json } from '../../src/outputs/json.ts';
import { ndjson } from '../../src/outputs/ndjson.ts';
import { FileRecordShape } from '../../src/outputs/shared/file-schema.ts';
import { aFile, anItem, aProfile } from '../support/builders.ts';
import { aHostileLibrary, hostileResults, hostileTexts } from '../support/hostile-library.ts';
import { keysOf, writeOutput } from '../support/write-output.ts';

const Document = z.looseObject({
  files: z.array(z.unknown()),
  instances: z.array(z.record(z.string(), z.unknown())),
});

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts));
const title = fc.record({ title: anyText, path: anyText, group: anyText, tag: anyText, format: anyText });

test('whatever the text, it comes back equal, one line a file', () => {
  fc.assert(
    fc.property(fc.array(title), (titles) => {
      const files = titles.map(({ title: name, path, group, tag, format }) =>
        aFile({
          item: anItem({ title: name, tags: [tag] }),
          path,
          releaseGroup: group,
          formats: [{ id: 1, name: format, score: -1 }],
        }),
      );
      const lines = writeOutput(ndjson, files).split('\n');
      expect(lines.pop()).toBe('');
      const back = lines.map((line) => FileRecordShape.parse(JSON.parse(line)));
      expect(
        back.map(({ title: name, path, releaseGroup: group, tags, formats }) => ({
          title: name,
          path,
          group,
          tag: tags[0],
          format: formats[0]?.name,
        })),
      ).toEqual(titles);
    }),
  );
});

test('the JSON output holds the same files as NDJSON, in batches of any size', () => {
  const files = aHostileLibrary();
  const lines = writeOutput(ndjson, files).trimEnd().split('\n');
  const document = documentOf(writeOutput(json, files, { results: hostileResults(), batchSize: 3 }));
  expect(document.files).toEqual(lines.map((line): unknown => JSON.parse(line)));
});

test('it begins with its version and its time, and ends with what was and was not read', () => {
  const text = writeOutput(json, [], { results: hostileResults() });
  const document = documentOf(text);
  expect(keysOf(text)).toEqual(['schemaVersion', 'generatedAt', 'files', 'instances']);
  expect(document).toMatchObject({ schemaVersion: 1, generatedAt: '2026-11-24T10:00:03.000Z', files: [] });
  expect(document.instances).toMatchObject([
    { service: 'radarr', name: 'main', ok: true, items: 5, files: 3, itemsWithoutFile: 1, repairedTexts: 2 },
    { service: 'sonarr', name: 'main', ok: false, failure: { kind: 'list-broken' } },
  ]);
});

test('what a failed instance tells is what happened and what to do', () => {
  const document = documentOf(writeOutput(json, [], { results: hostileResults() }));
  expect(document.instances[1]?.['failure']).toEqual({
    kind: 'list-broken',
    message: expect.stringContaining('System.FormatException'),
    hint: expect.stringContaining('System, Log Files'),
  });
});

test('only name and version of a server are told', () => {
  const [read] = hostileResults();
  if (!read?.ok) throw new Error('the first instance was read');
  const server = { ...read.server, urlBase: '/films', isWindows: false, authentication: 'forms' };
  const document = documentOf(writeOutput(json, [], { results: [{ ...read, server }] }));
  expect(document.instances[0]?.['server']).toEqual({ appName: 'Radarr', version: '6.1.0.10300' });
});

test('the quality cutoff is told by name', () => {
  const quality = { id: 7, name: 'Bluray-1080p', source: 'bluray', resolution: 1080, modifier: 'none' };
  const items = [{ kind: 'group', id: 1000, name: 'HD', qualities: [quality], isAllowed: true }] as const;
  const names = [7, 1000, 5].map((cutoff) => {
    const file = aFile({ profile: aProfile({ cutoff, items }) });
    return FileRecordShape.parse(JSON.parse(writeOutput(ndjson, [file]))).qualityCutoff;
  });
  expect(names).toEqual(['Bluray-1080p', 'HD', null]);
});

function documentOf(text: string): z.infer<typeof Document> {
  return Document.parse(JSON.parse(text));
}
