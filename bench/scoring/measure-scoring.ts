import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignFormatShape } from '../../src/exporters/shared/foreign-shapes.ts';
import type { CustomFormat, Specification } from '../../src/model/custom-format.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { Rules } from '../../src/model/rules.ts';
import { fileInput } from '../../src/scoring/matching/file-input.ts';
import type { FormatInput } from '../../src/scoring/matching/format-input.ts';
import { createFormatMatcher } from '../../src/scoring/matching/format-matcher.ts';
import { createSimulator } from '../../src/scoring/simulation/simulator.ts';

/** What one piece of scoring work took, in milliseconds. */
export interface Took {
  readonly ms: number;
}

/** All formats of the public guide for Radarr, read in place. */
export function guideFormats(folder: string): readonly CustomFormat[] {
  const path = join(folder, 'radarr/cf');
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ForeignFormatShape.parse(JSON.parse(readFileSync(join(path, name), 'utf8'))))
    .map(({ format }, at) => ({ ...format, id: at + 1 }));
}

/** Making all patterns of the formats ready. */
export function compileAll(formats: readonly CustomFormat[]): Took {
  return timed(() => createFormatMatcher(formats, 'radarr'));
}

/** Our matching of every input, after one that warms up. */
export function matchAllInputs(formats: readonly CustomFormat[], inputs: readonly FormatInput[]): Took {
  const matcher = createFormatMatcher(formats, 'radarr');
  for (const input of inputs.slice(0, 500)) matcher.match(input);
  return timed(() => {
    for (const input of inputs) matcher.match(input);
  });
}

/** The same question by plain `RegExp.test` calls that stop as soon as a format is decided. */
export function matchBare(formats: readonly CustomFormat[], inputs: readonly FormatInput[]): Took {
  const bare = formats.map(({ specifications }) => {
    const groups = Map.groupBy(specifications, ({ implementation }) => implementation);
    return [...groups.values()]
      .map((group) => group.map(bareCondition))
      .map(deciding)
      .toSorted((a, b) => weightOf(a) - weightOf(b));
  });
  const work = (some: readonly FormatInput[]): number => {
    let matched = 0;
    for (const input of some) {
      for (const groups of bare) matched += Number(groups.every((group) => bareGroup(group, input)));
    }
    return matched;
  };
  work(inputs.slice(0, 500));
  return timed(() => work(inputs));
}

/** One what-if over many files. */
export function simulateAll(files: readonly MediaFile[], before: Rules, after: Rules): Took {
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

interface Bare {
  readonly isRequired: boolean;
  readonly isPattern: boolean;
  readonly holds: (input: FormatInput) => boolean;
}

function bareCondition({ implementation, fields, isNegated, isRequired }: Specification): Bare {
  const value = fields['value'] ?? null;
  const raw = rawTest(implementation, String(value));
  return {
    isRequired,
    isPattern: implementation === 'ReleaseTitleSpecification',
    holds: (input) => raw(input) !== isNegated,
  };
}

function rawTest(implementation: string, value: string): (input: FormatInput) => boolean {
  if (implementation === 'ReleaseTitleSpecification') {
    const pattern = bareRegExp(value);
    return ({ title, fileName }) =>
      pattern.test(title ?? '') || (fileName !== title && pattern.test(fileName ?? ''));
  }
  if (implementation === 'ReleaseGroupSpecification') {
    const pattern = bareRegExp(value);
    return ({ releaseGroup }) => releaseGroup !== null && pattern.test(releaseGroup);
  }
  if (implementation === 'SourceSpecification') return ({ source }) => source === Number(value);
  if (implementation === 'ResolutionSpecification') return ({ resolution }) => resolution === Number(value);
  return ({ modifier }) => modifier === Number(value);
}

function bareRegExp(source: string): RegExp {
  try {
    return new RegExp(source, 'i');
  } catch {
    return /(?!)/;
  }
}

/** Where any is required the others decide nothing; found out once, not for each input. */
function deciding(group: readonly Bare[]): readonly Bare[] {
  const required = group.filter(({ isRequired }) => isRequired);
  return required.length > 0 ? required : group;
}

function bareGroup(group: readonly Bare[], input: FormatInput): boolean {
  return group[0]?.isRequired === true
    ? group.every(({ holds }) => holds(input))
    : group.some(({ holds }) => holds(input));
}

function weightOf(group: readonly Bare[]): number {
  return Number(group.some(({ isPattern }) => isPattern));
}

function timed(work: () => unknown): Took {
  const since = performance.now();
  work();
  return { ms: performance.now() - since };
}
