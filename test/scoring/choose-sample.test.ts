import { expect, test } from 'vitest';
import type { MediaFile } from '../../src/model/media-file.ts';
import { fileInput } from '../../src/scoring/matching/file-input.ts';
import type { FormatInput } from '../../src/scoring/matching/format-input.ts';
import { createFormatMatcher } from '../../src/scoring/matching/format-matcher.ts';
import type { Guard } from '../../src/scoring/pattern/guard.ts';
import { type ComputedFile, chooseSample } from '../../src/scoring/sample/choose-sample.ts';
import { formatMismatch } from '../../src/scoring/sample/format-mismatch.ts';
import { aFile } from '../support/builders.ts';
import { aFormat, aLadder, condition } from '../support/scoring.ts';

const run: Guard = (work) => ({ kind: 'finished', value: work() });
const formats = [
  aFormat(1, condition('ReleaseTitleSpecification', { value: '1927' })),
  aFormat(
    2,
    condition('SourceSpecification', { value: 9 }),
    condition('ReleaseTitleSpecification', { value: 'never' }),
  ),
];
const inputOf = (file: MediaFile): FormatInput => fileInput(file, { isWindows: false });
const options = { matcher: createFormatMatcher(formats, 'radarr'), inputOf, guard: run };

function computed(fileId: number, matched: readonly number[], profileId = 1): ComputedFile {
  const file = aFile({ fileId, profile: aLadder({ id: profileId }) });
  return { file, matched };
}

const many = Array.from({ length: 1_200 }, (_, at) => computed(at, at === 700 ? [1] : []));

/** Ascending draws leave the order as it is. */
function ascending(): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return drawn / 10_000;
  };
}

test('a sample has 500 files, or one of a hundred, or all there are', () => {
  expect(chooseSample(many, { ...options, random: ascending() })).toHaveLength(500);
  expect(chooseSample(many.slice(0, 3), { ...options, random: ascending() })).toHaveLength(3);
});

test('a format that matches one file of a profile has that file in the sample, wherever it is', () => {
  const sample = chooseSample([...many, computed(5_000, [1], 2)], {
    ...options,
    random: ascending(),
  });
  const ids = sample.map(({ file }) => file.fileId);
  expect(ids).toContain(700);
  expect(ids).toContain(5_000);
});

test('a format that matches nowhere has a near miss in the sample; one that runs out of time is passed over', () => {
  const [first] = chooseSample(many.slice(0, 10), { ...options, random: ascending() });
  expect(first?.file.fileId).toBe(0);
  const late: Guard = () => ({ kind: 'overrun' });
  expect(chooseSample(many.slice(0, 10), { ...options, guard: late, random: ascending() })).toHaveLength(10);
});

test('a mismatch says who sees what', () => {
  const one = computed(1, [1]);
  const asked = (ids: readonly number[]) => ({
    ...one.file,
    formats: ids.map((id) => ({ id, name: `Format ${id}`, score: 0 })),
  });
  expect(formatMismatch(one, asked([1]), { formats })).toBeNull();
  expect(formatMismatch(one, undefined, { formats })).toBeNull();
  expect(formatMismatch(one, { ...asked([]), fileId: 2 }, { formats })).toBeNull();
  expect(formatMismatch(one, asked([2]), { formats })).toBe(
    'Metropolis, file 1: only the server sees Format 2, only we see Format 1',
  );
  expect(formatMismatch(one, asked([]), { formats })).toBe('Metropolis, file 1: only we see Format 1');
  expect(formatMismatch(computed(1, []), asked([2]), { formats })).toBe(
    'Metropolis, file 1: only the server sees Format 2',
  );
  expect(formatMismatch(one, { ...asked([1]), score: 5 }, { formats })).toBe(
    'Metropolis, file 1: its formats are worth 0, its score there is 5',
  );
});
