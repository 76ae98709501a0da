import { expect, test } from 'vitest';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import { startComputing } from '../../src/pipeline/start-computing.ts';
import { fileInput } from '../../src/scoring/matching/file-input.ts';
import { aFile } from '../support/builders.ts';
import { aFormat, condition } from '../support/scoring.ts';

const formats = [aFormat(7, condition('ReleaseTitleSpecification', { value: '1927' }))];
const inputOf = (sceneName: string): ReturnType<typeof fileInput> =>
  fileInput(aFile({ sceneName, relativePath: 'film.mkv' }), { isWindows: false });

test('every file has its formats, however many there are, and the last word about a file counts', async () => {
  await using computing = startComputing({ formats, service: 'radarr' });
  computing.add(1, inputOf('Metropolis.1926'));
  for (let fileId = 1; fileId <= 1_001; fileId += 1) {
    computing.add(fileId, inputOf(fileId % 2 === 1 ? 'Metropolis.1927' : 'Metropolis.1926'));
  }
  const found = await computing.finish();
  expect(found.size).toBe(1_001);
  expect(found.get(1)).toEqual({ matched: [7], unknown: [] });
  expect(found.get(2)).toEqual({ matched: [], unknown: [] });
  expect(found.get(1_001)?.matched).toEqual([7]);
});

test('what stops a thread is thrown', async () => {
  const broken: readonly CustomFormat[] = JSON.parse('[null]');
  await using computing = startComputing({ formats: broken, service: 'radarr' });
  await expect(computing.finish()).rejects.toThrow(TypeError);
});
