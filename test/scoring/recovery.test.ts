import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFormatMatcher } from '../../src/scoring/matching/format-matcher.ts';
import type { Guard } from '../../src/scoring/pattern/guard.ts';
import { recoverInputs } from '../../src/scoring/recovery/recover-inputs.ts';
import { createNameRecovery, type NameTrace } from '../../src/scoring/recovery/recover-name.ts';
import { aFile } from '../support/builders.ts';
import { nameTraces } from '../support/name-traces.ts';
import { hiddenPaths, readSet } from '../support/read-set.ts';
import { hasRecordings, recordings } from '../support/recordings.ts';
import { say } from '../support/say.ts';
import { aFormat, condition } from '../support/scoring.ts';

const run: Guard = (work) => ({ kind: 'finished', value: work() });
const renamed = (day: number, from: string, to: string): NameTrace => ({
  kind: 'renamed',
  at: new Date(2026, 0, day),
  from,
  to,
});
const file = aFile({
  service: 'sonarr',
  fileId: 7,
  path: '/tv/c.mkv',
  relativePath: 'c.mkv',
  sceneName: null,
});

test('the import of the very file tells its name', () => {
  const { recover } = createNameRecovery([
    { kind: 'imported', fileId: 8, droppedPath: '/down/other.mkv' },
    { kind: 'imported', fileId: 7, droppedPath: '/down/a.mkv' },
    renamed(1, '/tv/b.mkv', '/tv/c.mkv'),
  ]);
  expect(recover(file)).toEqual({ path: '/down/a.mkv', by: 'import' });
});

test('else the earliest name of the chain of renames that ends at the present path', () => {
  const { recover } = createNameRecovery([
    renamed(3, '/tv/b.mkv', '/tv/c.mkv'),
    renamed(1, '/tv/a.mkv', '/tv/b.mkv'),
    renamed(2, '/tv/x.mkv', '/tv/y.mkv'),
  ]);
  expect(recover(file)).toEqual({ path: '/tv/a.mkv', by: 'rename' });
});

test('a file that was renamed to and fro leads back in time, not round in a circle', () => {
  const { recover } = createNameRecovery([
    renamed(3, '/tv/b.mkv', '/tv/c.mkv'),
    renamed(2, '/tv/c.mkv', '/tv/b.mkv'),
    renamed(1, '/tv/a.mkv', '/tv/c.mkv'),
  ]);
  expect(recover(file)).toEqual({ path: '/tv/a.mkv', by: 'rename' });
});

test('without a trace the present name is taken, and with a scene name nothing is looked for', () => {
  const { recover } = createNameRecovery([]);
  expect(recover(file)).toEqual({ path: 'c.mkv', by: 'present' });
  expect(recover({ ...file, sceneName: 'Scene' })).toBeNull();
});

test('a name that does not explain the formats of the server leaves the inputs incomplete', () => {
  const formats = [aFormat(1, condition('ReleaseTitleSpecification', { value: '^a' }))];
  const tools = {
    recovery: createNameRecovery([{ kind: 'imported', fileId: 7, droppedPath: '/down/a.mkv' }]),
    matcher: createFormatMatcher(formats, 'sonarr'),
    isWindows: false,
    guard: run,
  };
  const matching = { ...file, formats: [{ id: 1, name: 'Format 1', score: 0 }] };
  const marked = recoverInputs([matching, file, { ...file, sceneName: 'Scene' }], tools);
  expect(marked.map(({ inputs, file: one }) => [inputs, one.originalFilePath])).toEqual([
    ['recovered', '/down/a.mkv'],
    ['inputs incomplete', null],
    ['complete', null],
  ]);
  const unknown = createFormatMatcher([aFormat(1, condition('Mood', {}))], 'sonarr');
  expect(recoverInputs([matching], { ...tools, matcher: unknown })[0]?.inputs).toBe('inputs incomplete');
});

/** Only the name counts: folders on the way were another matter. */
function nameIn(path: string | null | undefined): string {
  return `${path}`.replace(/^.*[/]/, '');
}

describe.skipIf(!hasRecordings)('without ../shared/recordings this cannot be shown:', () => {
  test.each(['own-small', 'own-dev', 'trash-dev', 'story/step00', 'story/step20'])(
    'sonarr %s: with what its API tells, every complete or recovered file is as the server says',
    { timeout: 120_000 },
    async (set) => {
      const { files, rules, isWindows } = await readSet('sonarr', set);
      const recovery = createNameRecovery(await nameTraces(join(recordings, 'sonarr', set)));
      const matcher = createFormatMatcher(rules.formats, 'sonarr');
      const marked = recoverInputs(files, { recovery, matcher, isWindows, guard: run });
      const count = (inputs: string): number => marked.filter((one) => one.inputs === inputs).length;
      const whole = files.filter(({ sceneName }) => (sceneName ?? '') !== '');
      say(
        `sonarr ${set}: ${count('complete')} complete, ${count('recovered')} recovered, ${count('inputs incomplete')} incomplete of ${files.length}`,
      );
      expect(count('complete')).toBe(whole.length);
      expect(count('recovered')).toBeGreaterThan(10);
      const hidden = hiddenPaths('sonarr', set);
      const missed = marked.filter(
        (one) =>
          one.inputs === 'inputs incomplete' &&
          nameIn(recovery.recover(one.file)?.path) === nameIn(hidden.get(one.file.fileId)),
      );
      expect(missed.map((one) => one.file.fileId)).toEqual([]);
    },
  );
});
