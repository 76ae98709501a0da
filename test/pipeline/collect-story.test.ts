import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Change } from '../../src/model/change.ts';
import type { Service } from '../../src/model/service.ts';
import { collect } from '../../src/pipeline/collect.ts';
import type { CollectedInstance } from '../../src/pipeline/collect-instance.ts';
import { createJudges } from '../../src/pipeline/judges.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { configured, noProxy } from '../support/configured.ts';
import { databases } from '../support/databases.ts';
import { testEffects } from '../support/effects.ts';
import { hasRecordings, recordings } from '../support/recordings.ts';
import { aSimulator } from '../support/simulated.ts';

const ExpectedFile = z.object({
  fileId: z.number().optional(),
  kind: z.string(),
  scoreBefore: z.number().nullish(),
  scoreAfter: z.number().nullish(),
});
const Steps = z.array(z.object({ step: z.number(), kind: z.string(), files: z.array(ExpectedFile) }));

/** What a real server's files were worth before and after each edit. */
function expectedOf(service: Service): z.infer<typeof Steps> {
  const path = join(recordings, service, 'story', 'expected-changes.json.gz');
  return Steps.parse(JSON.parse(gunzipSync(readFileSync(path)).toString()));
}

interface Played {
  readonly step: number;
  readonly collected: Extract<CollectedInstance, { readonly kind: 'stored' }>;
  readonly changes: readonly Change[];
}

/** Collects a story step by step, an hour apart. */
async function* play(service: Service, store: Store, plan: 'asked' | null): AsyncGenerator<Played> {
  await using simulator = await aSimulator(service, { library: { kind: 'story' } });
  for (let step = 0; step <= 20; step += 1) {
    simulator.story.goTo(step);
    const now = new Date(Date.UTC(2026, 0, 5, step));
    const [collected] = await collect(
      {
        instances: [configured(simulator.instance)],
        proxy: noProxy,
        store,
        plan,
        acceptNewServer: false,
        withHistory: true,
        judges,
        tell: () => {},
      },
      testEffects({ now: () => now }),
    );
    if (collected?.kind !== 'stored') throw new Error(`step ${step} was not stored`);
    const asked = { instances: null, since: now, kinds: null, causes: null, withRescored: true };
    const changes = await Array.fromAsync(store.changes({ ...asked, ...judges }));
    yield { step, collected, changes };
  }
}

const judges = createJudges();

const services = ['radarr', 'sonarr'] as const;

describe.each(Object.entries(databases))('on %s', async (engine, fresh) => {
  const isThere = (await fresh()) !== null;

  test.skipIf(!isThere).each(services)(
    'the story of %s: exactly the changes of the real server, in parts that add up',
    { timeout: 120_000 },
    async (service) => {
      await using store = await openStore((await fresh()) ?? '', { use: 'collect' });
      const played = await Array.fromAsync(play(service, store, null));
      const all = played.flatMap(({ changes }) => changes);
      expect(all.map(sumOfCauses)).toEqual(all.map(gain));
      const recorded = hasRecordings ? recordedMoves(service, played) : null;
      if (recorded !== null) expect(played.map(({ changes }) => movedIn(changes))).toEqual(recorded);
      expect(await store.check()).toEqual([]);
      const told = played.map(({ step, collected, changes }) => `${step}: ${summary(collected, changes)}\n`);
      const golden = `../golden/stories/${service}.txt`;
      if (engine === 'sqlite') await expect(told.join('')).toMatchFileSnapshot(golden);
      else expect(told.join('')).toBe(readFileSync(join(import.meta.dirname, golden), 'utf8'));
    },
  );
});

/** The recording's moves of each step; files that are not the current one of their movie have none for us. */
function recordedMoves(service: Service, played: readonly Played[]): readonly Moved[] {
  const oddities = played.flatMap(({ collected }) => collected.oddities);
  const extra = new Set(oddities.flatMap((odd) => (odd.kind === 'extra-file' ? [odd.fileId] : [])));
  const expected = expectedOf(service);
  return played.map(({ step }) => {
    const files = expected.find((one) => one.step === step)?.files ?? [];
    return movedOf(files.filter(({ fileId = 0 }) => !extra.has(fileId)));
  });
}

type Moved = ReadonlyMap<number | undefined, readonly [number, number]>;

/** Files that stayed and whose score did not, as the recording tells it. */
function movedOf(files: z.infer<typeof Steps>[number]['files']): Moved {
  const stayed = files.filter(({ kind }) => kind === 'same' || kind === 'edited' || kind === 'renamed');
  const scores = stayed.map(
    ({ fileId, scoreBefore, scoreAfter }) => [fileId, [scoreBefore ?? 0, scoreAfter ?? 0]] as const,
  );
  return new Map(scores.filter(([, [before, after]]) => before !== after));
}

/** The same, as the store tells it. */
function movedIn(changes: readonly Change[]): Moved {
  const stayed = changes.filter(({ before, after }) => before?.fileId === after?.fileId);
  const scores = stayed.map(
    ({ before, after }) => [after?.fileId, [before?.score ?? 0, after?.score ?? 0]] as const,
  );
  return new Map(scores.filter(([, [before, after]]) => before !== after));
}

function sumOfCauses({ causes }: Change): number {
  return causes.reduce((sum, { points }) => sum + points, 0);
}

function gain({ before, after }: Change): number {
  return before === null || after === null ? 0 : after.score - before.score;
}

function summary({ saved }: Played['collected'], changes: readonly Change[]): string {
  const kinds = Object.entries(Object.groupBy(changes, ({ kind }) => kind)).map(
    ([kind, some]) => `${some.length} ${kind}`,
  );
  const causes = Object.entries(
    Object.groupBy(
      changes.flatMap((change) => change.causes),
      ({ kind }) => kind,
    ),
  ).map(([kind, some]) => `${kind} ${some.reduce((sum, { points }) => sum + points, 0)}`);
  const edits = saved.ruleChanges.map(
    ({ edit, filesTouched, pointsMoved }) => `${edit.kind} (${filesTouched} files, ${pointsMoved})`,
  );
  return [kinds, causes, edits].map((part) => part.toSorted().join(', ')).join(' | ');
}
