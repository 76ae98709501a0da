import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compilePattern } from '../../../src/scoring/pattern/compile-pattern.ts';
import { findMatch, isMatch } from '../../../src/scoring/pattern/find-match.ts';
import type { Pattern } from '../../../src/scoring/pattern/pattern.ts';
import { toSubject } from '../../../src/scoring/pattern/subject.ts';
import { hasRecordings, recordings } from '../../support/recordings.ts';

const Row = z.object({
  pattern: z.string(),
  error: z.string().optional(),
  matches: z
    .array(z.union([z.tuple([z.string(), z.int(), z.int()]), z.tuple([z.string(), z.literal('timeout')])]))
    .optional(),
});
type Row = z.infer<typeof Row>;

/** .NET 10's own fault, not a rule: see docs/patterns.md, "What may differ". */
const faultOfDotnet = '\\w(\\w|(?:\\[[\\d0-9A-Z]{2}s)dl(?>^5É)[^ж])[^a]{2}\\b';

if (!hasRecordings) process.stderr.write('dotnet-regex: skipped, ../shared is absent\n');

describe.skipIf(!hasRecordings)('as .NET recorded it', () => {
  test.each([
    { set: 'constructs', patterns: 307, ready: 244, refused: 59, faults: 0 },
    { set: 'guide', patterns: 1338, ready: 1338, refused: 0, faults: 0 },
    { set: 'random', patterns: 6000, ready: 5999, refused: 1, faults: 3 },
  ])(
    '$set: same index, same length, same refusals',
    ({ set, patterns, ready, refused, faults }) => {
      const rows = read(set);
      const compiled = rows.map((row) => ({ row, compiled: compilePattern(row.pattern) }));
      const differences = compiled.flatMap((one) => differencesOf(one.row, one.compiled));
      const known = differences.filter((difference) => difference.startsWith(faultOfDotnet));
      const counts = { ready: 0, refused: 0, 'cannot-evaluate': 0 };
      for (const one of compiled) counts[one.compiled.kind] += 1;
      process.stderr.write(
        `${set}: ${rows.length} patterns, ${counts.ready} ready, ${counts.refused} refused, ` +
          `${counts['cannot-evaluate']} cannot evaluate, ${differences.length - known.length} differences, ${known.length} faults of .NET\n`,
      );
      expect(differences.filter((difference) => !known.includes(difference))).toEqual([]);
      expect(known).toHaveLength(faults);
      expect(counts).toEqual({ ready, refused, 'cannot-evaluate': patterns - ready - refused });
    },
    120_000,
  );
});

test.skipIf(!hasRecordings)(
  "the fault of .NET: it demands of the shorter alternative the longer one's fourth character",
  () => {
    const row = read('random').find(({ pattern }) => pattern === faultOfDotnet);
    const asRecorded = compilePattern(`(?=.{3}[\\d0-9A-Z])${faultOfDotnet}`);
    expect(row?.matches).toHaveLength(9);
    expect(row === undefined ? null : differencesOf(row, asRecorded)).toEqual([]);
  },
);

function read(set: string): readonly Row[] {
  const bytes = gunzipSync(readFileSync(join(recordings, 'dotnet-regex', `${set}.ndjson.gz`)));
  return bytes
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => Row.parse(JSON.parse(line)));
}

/** One line for each case that comes out otherwise; "timeout" only has to be bounded, which other tests show. */
function differencesOf(row: Row, compiled: ReturnType<typeof compilePattern>): readonly string[] {
  if (row.error !== undefined || compiled.kind === 'refused') return refusalDifference(row, compiled);
  if (compiled.kind === 'cannot-evaluate') {
    return isUnsupported(row.pattern) ? [] : [`${row.pattern}: unsupported`];
  }
  return (row.matches ?? []).flatMap(([text, index, length]) =>
    index === 'timeout' ? [] : differenceOf(compiled.pattern, text, [index, index < 0 ? 0 : Number(length)]),
  );
}

function refusalDifference(row: Row, compiled: ReturnType<typeof compilePattern>): readonly string[] {
  const problem = compiled.kind === 'refused' ? compiled.problem : compiled.kind;
  return problem === row.error ? [] : [`${row.pattern}: ${problem}, .NET: ${row.error}`];
}

function differenceOf(
  pattern: Pattern,
  text: string,
  expected: readonly [number, number],
): readonly string[] {
  const subject = toSubject(text);
  const match = findMatch(pattern, subject);
  const exact = pattern.exact()(text);
  const answers = [
    match === null ? [-1, 0] : [match.index, match.length],
    exact === null ? [-1, 0] : [exact.start, exact.end - exact.start],
  ];
  const isSame = answers.every((answer) => answer.join() === expected.join());
  if (isSame && isMatch(pattern, subject) === expected[0] >= 0) return [];
  return [`${pattern.source} on ${JSON.stringify(text)}: ${answers.join(' and ')}, .NET: ${expected.join()}`];
}

/** The only constructs of .NET that may be left unevaluated: conditionals and balancing groups. */
function isUnsupported(pattern: string): boolean {
  return pattern.includes('(?(') || /\(\?<\w*-\w+>/.test(pattern);
}
