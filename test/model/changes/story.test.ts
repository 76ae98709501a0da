import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CauseKind, Change, ChangeKind, RuleEdit } from '../../../src/model/change.ts';
import type { JudgeMatch } from '../../../src/model/changes/comparison.ts';
import type { Service } from '../../../src/model/service.ts';
import { hasRecordings, rawRows, recordings } from '../../support/recordings.ts';
import { compareSteps, readStorySteps, type StoryChanges } from '../../support/story.ts';

/** All that the story needs judged: formats of one pattern on the release group. */
const judgeGroups: JudgeMatch = ({ releaseGroup }, { specifications }) => {
  const [only, ...others] = specifications;
  const pattern = only?.fields['value'];
  if (others.length > 0 || only?.implementation !== 'ReleaseGroupSpecification') return null;
  return typeof pattern === 'string' && new RegExp(pattern, 'i').test(releaseGroup ?? '');
};

/** What may cause a score to move in each step; the steps are told in `recordings/README.md`. */
const causesOfStep: Readonly<Record<number, readonly CauseKind[]>> = {
  1: ['profile-scores-edited'],
  2: ['profile-scores-edited'],
  3: ['format-edited'],
  4: ['format-edited'],
  5: ['format-added'],
  6: ['format-removed'],
  9: ['profile-reassigned'],
  10: ['file-replaced'],
  11: ['attributes-edited'],
  12: ['attributes-edited'],
  14: ['attributes-edited'],
  15: ['profile-scores-edited', 'format-edited', 'file-replaced'],
  19: ['file-replaced'],
};

/** The kinds of change in each step in which there are some. */
const kindsOfStep: Readonly<Record<number, readonly ChangeKind[]>> = {
  1: ['rescored'],
  2: ['rescored'],
  3: ['rescored'],
  4: ['rescored'],
  5: ['rescored'],
  6: ['rescored'],
  9: ['rescored'],
  10: ['replaced'],
  11: ['renamed'],
  12: ['attributes-edited'],
  13: ['new', 'gone'],
  14: ['attributes-edited'],
  15: ['rescored', 'replaced'],
  19: ['replaced'],
};

/** How the edits of the rules are told in each step in which there are some; in step 8 Sonarr has one more. */
const editsOfStep: Readonly<Record<number, readonly RuleEdit['kind'][]>> = {
  1: ['scores'],
  2: ['scores', 'scores'],
  3: ['format-edited'],
  4: ['format-edited', 'format-edited', 'format-edited', 'format-edited'],
  5: ['format-added'],
  6: ['format-removed'],
  7: ['threshold', 'threshold', 'threshold', 'threshold'],
  8: ['threshold', 'threshold', 'threshold'],
  15: ['scores', 'scores', 'format-edited'],
  17: ['format-renamed', 'profile-renamed'],
  18: ['format-recreated'],
  20: ['setting', 'setting'],
};

describe.each(['radarr', 'sonarr'] as const)('the story of %s', (service) => {
  let told: ReadonlyMap<number, StoryChanges> = new Map();
  beforeAll(async () => {
    const steps = await readStorySteps(service);
    const changes = steps
      .slice(1)
      .map((after, index) => compareSteps(steps[index] ?? after, after, judgeGroups));
    told = new Map(changes.map((one, index) => [index + 1, one]));
  }, 60_000);

  const toldOf = (step: number): StoryChanges => told.get(step) ?? { changes: [], ruleChanges: [] };

  test('has twenty steps', () => expect(told.size).toBe(20));

  test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'step %i has its own causes and kinds',
    (step) => {
      const { changes, ruleChanges } = toldOf(step);
      const causes = new Set(changes.flatMap((change) => change.causes.map(({ kind }) => kind)));
      expect(causes).toEqual(new Set(causesOfStep[step] ?? []));
      expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(kindsOfStep[step] ?? []));
      const edits = ruleChanges.map(({ edit }) => edit.kind);
      const more: readonly RuleEdit['kind'][] = step === 8 && service === 'sonarr' ? ['threshold'] : [];
      expect(edits.toSorted()).toEqual([...(editsOfStep[step] ?? []), ...more].toSorted());
    },
  );

  test('the parts of every difference add up to it', () => {
    const differences = [...told.values()].flatMap(({ changes }) => changes).filter(isMoved);
    expect(differences.length).toBeGreaterThan(100);
    for (const { before, after, causes } of differences) {
      const sum = causes.reduce((total, { points }) => total + points, 0);
      expect(sum).toBe((after?.score ?? 0) - (before?.score ?? 0));
    }
  });

  test('the points that edits of rules moved are those of the slots, a file in two slots counted once', () => {
    for (const { changes, ruleChanges } of told.values()) {
      const byFile = new Map(changes.map((change) => [change.after?.fileId, change]));
      const causes = [...byFile.values()].flatMap((change) => change.causes);
      const ofRules = causes.filter(
        ({ kind }) => kind.startsWith('format-') || kind === 'profile-scores-edited',
      );
      const moved = ruleChanges.reduce((sum, { pointsMoved }) => sum + pointsMoved, 0);
      expect(moved).toBe(ofRules.reduce((sum, { points }) => sum + points, 0));
    }
  });

  test.skipIf(!hasRecordings).each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'step %i moves exactly the scores that the servers moved (skipped without the recordings)',
    async (step) => {
      const moved = toldOf(step).changes.filter(isMoved).map(movedText);
      expect(new Set(moved)).toEqual(await expectedMoves(service, step));
    },
  );
});

test('two singles that become a double are two replacements by one file, and back', async () => {
  const steps = await readStorySteps('sonarr');
  const [before, after] = steps.slice(18, 20);
  if (before === undefined || after === undefined) throw new Error('the story is too short');
  const pairs = compareSteps(before, after, null).changes.map(fileIds);
  expect(pairs).toEqual(expect.arrayContaining(['2→213', '3→213', '42→214', '42→215']));
  expect(compareSteps(after, before, null).changes.map(fileIds)).toEqual(
    expect.arrayContaining(['213→2', '213→3', '214→42', '215→42']),
  );
}, 60_000);

function isMoved({ before, after }: Change): boolean {
  return before !== null && after !== null && before.score !== after.score;
}

function fileIds({ before, after }: Change): string {
  return `${before?.fileId}→${after?.fileId}`;
}

function movedText(change: Change): string {
  return `${fileIds(change)}: ${change.before?.score}→${change.after?.score}`;
}

const File = z.object({
  fileId: z.number().optional(),
  oldId: z.number().optional(),
  newId: z.number().optional(),
  movieId: z.number().optional(),
  scoreBefore: z.number().nullable(),
  scoreAfter: z.number().nullable(),
});

const Expected = z.array(z.object({ step: z.number(), files: z.array(File) }));

const Movie = z.object({ id: z.number(), movieFileId: z.number().default(0) });

/** Radarr's second rows of a movie are no file of it: only the one it names is read. */
async function currentFiles(step: number): Promise<ReadonlySet<number>> {
  const folder = `${recordings}/radarr/story/step${String(step).padStart(2, '0')}`;
  return new Set((await rawRows(folder, 'movie', Movie)).map(({ movieFileId }) => movieFileId));
}

async function expectedMoves(service: Service, step: number): Promise<ReadonlySet<string>> {
  const packed = await readFile(`${recordings}/${service}/story/expected-changes.json.gz`);
  const steps = Expected.parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  const files = steps.find((one) => one.step === step)?.files ?? [];
  const current = service === 'radarr' ? await currentFiles(step) : null;
  const moved = files.filter(({ fileId, newId = fileId ?? 0, scoreBefore: from, scoreAfter: to }) => {
    return from !== null && to !== null && from !== to && (current === null || current.has(newId));
  });
  return new Set(
    moved.map(({ fileId, oldId = fileId, newId = fileId, scoreBefore, scoreAfter }) => {
      return `${oldId}→${newId}: ${scoreBefore}→${scoreAfter}`;
    }),
  );
}
