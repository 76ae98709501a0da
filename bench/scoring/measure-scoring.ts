import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignFormatShape } from '../../src/exporters/shared/foreign-shapes.ts';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { Rules } from '../../src/model/rules.ts';
import { fileInput } from '../../src/scoring/matching/file-input.ts';
import type { FormatInput } from '../../src/scoring/matching/format-input.ts';
import { createFormatMatcher } from '../../src/scoring/matching/format-matcher.ts';
import { createSimulator } from '../../src/scoring/simulation/simulator.ts';

/** All formats of the public guide for Radarr, read in place. */
export function guideFormats(folder: string): readonly CustomFormat[] {
  const path = join(folder, 'radarr/cf');
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ForeignFormatShape.parse(JSON.parse(readFileSync(join(path, name), 'utf8'))))
    .map(({ format }, at) => ({ ...format, id: at + 1 }));
}

/** Milliseconds that making all patterns of the formats ready takes. */
export function compileAll(formats: readonly CustomFormat[]): number {
  return timed(() => createFormatMatcher(formats, 'radarr'));
}

/** Milliseconds of our matching of every input, after some that warm up. */
export function matchAllInputs(formats: readonly CustomFormat[], inputs: readonly FormatInput[]): number {
  const matcher = createFormatMatcher(formats, 'radarr');
  for (const input of inputs.slice(0, 500)) matcher.match(input);
  return timed(() => {
    for (const input of inputs) matcher.match(input);
  });
}

/** Milliseconds of one what-if over many files. */
export function simulateAll(files: readonly MediaFile[], before: Rules, after: Rules): number {
  const simulator = createSimulator({
    before,
    after,
    isWindows: false,
    reassign: () => null,
    guard: (work) => ({ kind: 'finished', value: work() }),
  });
  return timed(() => {
    for (let at = 0; at < files.length; at += 500) simulator.simulate(files.slice(at, at + 500));
  });
}

/** Inputs of files, repeated until there are enough. */
export function manyInputs(files: readonly MediaFile[], count: number): readonly FormatInput[] {
  return Array.from({ length: count }, (_, at) => files[at % files.length])
    .filter((file) => file !== undefined)
    .map((file) => fileInput(file, { isWindows: false }));
}

/** Milliseconds that something takes. */
export function timed(work: () => unknown): number {
  const since = performance.now();
  work();
  return performance.now() - since;
}
