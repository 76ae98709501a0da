import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { MediaFile } from '../../../src/model/media-file.ts';
import { fileInput } from '../../../src/scoring/matching/file-input.ts';
import { createSimulator } from '../../../src/scoring/simulation/simulator.ts';
import { hiddenPaths, type ReadSet, readSet } from '../../support/read-set.ts';
import { hasRecordings } from '../../support/recordings.ts';
import { say } from '../../support/say.ts';

const steps = Array.from({ length: 20 }, (_, at) => at + 1);

function stepName(step: number): string {
  return `story/step${String(step).padStart(2, '0')}`;
}

async function readStep(service: 'radarr' | 'sonarr', step: number): Promise<ReadSet> {
  const read = await readSet(service, stepName(step));
  const hidden = hiddenPaths(service, 'story');
  const files = read.files.map((file) => ({
    ...file,
    originalFilePath: hidden.get(file.fileId) ?? file.originalFilePath,
  }));
  return { ...read, files };
}

describe.skipIf(!hasRecordings)('without ../shared/recordings this cannot be shown:', () => {
  test.each(['radarr', 'sonarr'] as const)(
    '%s: the edits of each step predict every file of the next snapshot',
    { timeout: 240_000 },
    async (service) => {
      let before = await readStep(service, 0);
      const totals = { carried: 0, changed: 0, evaluated: 0 };
      for (const step of steps) {
        const after = await readStep(service, step);
        const { differing, carried, evaluated } = predict(before, after);
        expect(differing, `step ${step}`).toEqual([]);
        totals.carried += carried;
        totals.changed += after.files.length - carried;
        totals.evaluated += evaluated;
        before = after;
      }
      const { carried, changed, evaluated } = totals;
      say(
        `${service} story: ${carried} files predicted from their last snapshot, ${changed} whose own inputs changed computed; ${evaluated} formats matched anew in 20 steps`,
      );
      expect(carried).toBeGreaterThan(1_500);
      expect(evaluated).toBeGreaterThan(0);
    },
  );
});

interface Predicted {
  readonly differing: readonly object[];
  readonly carried: number;
  readonly evaluated: number;
}

/** Files whose own inputs are the same are simulated from the last snapshot; the others have all formats computed. */
function predict(before: ReadSet, after: ReadSet): Predicted {
  const known = new Map(before.files.map((file) => [file.fileId, file]));
  const isSame = (file: MediaFile): boolean => {
    const old = known.get(file.fileId);
    return old !== undefined && isDeepStrictEqual(fileInput(old, before), fileInput(file, after));
  };
  const profileOf = new Map(after.files.map(({ fileId, profile }) => [fileId, profile]));
  const guard = <Value>(work: () => Value) => ({ kind: 'finished' as const, value: work() });
  const rules = {
    after: after.rules,
    isWindows: after.isWindows,
    reassign: ({ fileId }: MediaFile) => profileOf.get(fileId) ?? null,
    guard,
  };
  const simulator = createSimulator({ ...rules, before: before.rules });
  const afresh = createSimulator({ ...rules, before: { ...before.rules, formats: [] } });
  const carried = after.files.filter(isSame).flatMap(({ fileId }) => known.get(fileId) ?? []);
  const changed = after.files.filter((file) => !isSame(file));
  const predicted = new Map(
    [...simulator.simulate(carried), ...afresh.simulate(changed)].map((one) => [one.file.fileId, one.after]),
  );
  const differing = after.files.flatMap((file) => {
    const ours = predicted.get(file.fileId);
    const isEqual = ours?.score === file.score && isDeepStrictEqual(ours.formats, file.formats);
    const isMet = ours?.state.quality === 'met';
    return isEqual && isMet === file.isQualityCutoffMet
      ? []
      : [{ fileId: file.fileId, ours, theirs: file.formats }];
  });
  return { differing, carried: carried.length, evaluated: simulator.evaluated.length };
}
