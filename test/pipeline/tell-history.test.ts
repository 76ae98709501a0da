import { expect, test } from 'vitest';
import { createJudges } from '../../src/pipeline/judges.ts';
import { tellHistory } from '../../src/pipeline/tell-history.ts';
import { openStore } from '../../src/store/open.ts';
import { saveMoment } from '../support/a-snapshot.ts';
import { aFile } from '../support/builders.ts';
import { anEvent } from '../support/comparing.ts';

test('a deleted file has the score of its import, also where that is older than what is asked for', async () => {
  await using store = await openStore(':memory:', { use: 'collect' });
  const instance = { service: 'radarr', name: 'main' } as const;
  await saveMoment(store, { files: [aFile()] });
  const on = (day: number) => new Date(Date.UTC(2025, 0, day));
  const events = [
    { eventId: 1, event: anEvent({ at: on(1), kind: 'imported', sizeBytes: 5, scoreThen: 120 }) },
    { eventId: 2, event: anEvent({ at: on(3), kind: 'deleted', sizeBytes: 5, scoreThen: null }) },
  ];
  await store.saveEvents({ instance, events, nextPage: null });
  const question = { title: null, instances: null, causes: null, withRescored: false };
  const { entries } = await tellHistory(
    store,
    { ...question, kinds: ['event'], since: on(2) },
    createJudges(),
  );
  expect(entries).toMatchObject([{ kind: 'event', at: on(3), event: { kind: 'deleted', scoreThen: 120 } }]);
});
