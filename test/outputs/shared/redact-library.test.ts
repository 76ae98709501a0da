import { expect, test } from 'vitest';
import { createPseudonym } from '../../../src/lib/pseudonym.ts';
import { slotsOf } from '../../../src/model/changes/slots-of.ts';
import type { Library } from '../../../src/model/library.ts';
import { slotKey } from '../../../src/model/slot.ts';
import { redactLibrary } from '../../../src/outputs/shared/redact-library.ts';
import { aHostileReport } from '../../support/hostile-report.ts';
import { anAnalysedReport, aReadLibrary, someEvents } from '../../support/report.ts';

const pseudonym = createPseudonym(new Uint8Array(32).fill(7));

async function aWholeLibrary(): Promise<Library> {
  const read = await aReadLibrary();
  const failure = { kind: 'unauthorised', url: 'http://secret.example:7878' } as const;
  return {
    ...read,
    instances: read.instances.map((one, at) => ({
      ...one,
      externalUrl: 'http://secret.example',
      failure: at === 1 ? failure : null,
      skipped: [{ itemId: 1, title: 'Secret', failure }],
    })),
    events: someEvents(read).map((event, at) => ({
      ...event,
      downloadId: at === 0 ? 'Secret' : null,
      releaseGroup: at === 0 ? null : event.releaseGroup,
    })),
    changes: aHostileReport().library.changes,
    ruleChanges: [
      {
        instanceKey: 'radarr/main',
        at: read.takenAt ?? new Date(0),
        since: new Date(0),
        edit: { kind: 'format-added', format: 'HDR' },
        filesTouched: 0,
        pointsMoved: 0,
        statesChanged: 0,
      },
    ],
    days: [
      {
        instanceKey: 'radarr/gone',
        profileId: 1,
        profileName: 'HD',
        day: '2026-11-22',
        sizeBytes: 0,
        scores: [],
        states: [],
      },
    ],
  };
}

test('no title, path, group, release, instance or address is left, in any answer about it', {
  timeout: 60_000,
}, async () => {
  const library = await aWholeLibrary();
  const redacted = redactLibrary(library, pseudonym);
  const told = JSON.stringify(anAnalysedReport(redacted));
  const names = library.files.flatMap(({ item, path, sceneName, releaseGroup }) => [
    item.title,
    path,
    sceneName ?? '',
    releaseGroup === null ? '' : `"${releaseGroup}"`,
  ]);
  const long = [...new Set(names)].filter((name) => name.length > 6);
  expect(long.length).toBeGreaterThan(200);
  expect(long.filter((name) => told.includes(JSON.stringify(name).slice(1, -1)))).toEqual([]);
  expect(/.{60}(secret|radarr\/main|radarr\/gone).{30}/i.exec(told)?.[0]).toBeUndefined();
});

test('scores, formats and sizes stay, and history hangs on the files as before', {
  timeout: 60_000,
}, async () => {
  const library = await aWholeLibrary();
  const redacted = redactLibrary(library, pseudonym);
  const kept = ({ score, formats, sizeBytes, profile }: Library['files'][number]): object => ({
    score,
    formats,
    sizeBytes,
    profile,
  });
  expect(redacted.files.map(kept)).toEqual(library.files.map(kept));
  const slots = new Set(
    redacted.files.flatMap((file) =>
      slotsOf(file, { service: file.service, name: file.instance }).map(slotKey),
    ),
  );
  expect([...redacted.events].filter(({ slot }) => slots.has(slotKey(slot)))).toHaveLength(
    library.events.length,
  );
  expect([...redacted.changes].every(({ before, after }) => before === null && after !== null)).toBe(true);
});
