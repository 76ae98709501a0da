import type { MediaFile } from '../../model/media-file.ts';
import { type CompiledFormat, groupHolds } from '../matching/compiled-format.ts';
import type { FormatInput } from '../matching/format-input.ts';
import type { FormatMatcher } from '../matching/format-matcher.ts';
import { type Probe, toProbe } from '../matching/probe.ts';
import type { Guard } from '../pattern/guard.ts';

/** A file of which the formats were computed. */
export interface ComputedFile {
  readonly file: MediaFile;
  /** By id. */
  readonly matched: readonly number[];
}

/** How a sample is drawn. */
export interface SampleOptions {
  readonly matcher: FormatMatcher;
  readonly inputOf: (file: MediaFile) => FormatInput;
  readonly guard: Guard;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** At least so many files, and at least this share of them. */
const atLeast = 500;
const share = 0.01;

/** Files in which near misses of a format that matches nothing are looked for. */
const looksFor = 2_000;

/**
 * Files that are worth asking about: one for each format that matches in each profile, one that nearly has each format
 * that matches nowhere, and by chance as many more as make 500 or 1 %.
 */
export function chooseSample(
  files: readonly ComputedFile[],
  options: SampleOptions,
): readonly ComputedFile[] {
  const shuffled = shuffle(files, options.random);
  const chosen = new Set([...cover(shuffled), ...nearestMisses(shuffled, options)]);
  const wanted = Math.max(atLeast, Math.ceil(files.length * share));
  for (const file of shuffled) {
    if (chosen.size >= wanted) break;
    chosen.add(file);
  }
  return [...chosen];
}

/** The first file of each pair of profile and format. */
function cover(files: readonly ComputedFile[]): readonly ComputedFile[] {
  const firsts = new Map<string, ComputedFile>();
  for (const one of files.toReversed()) {
    for (const id of one.matched) firsts.set(`${one.file.profile.id} ${id}`, one);
  }
  return [...firsts.values()];
}

/** For each format that matches nowhere, the first file that one kind of condition keeps from it. */
function nearestMisses(
  files: readonly ComputedFile[],
  { matcher, guard, inputOf }: SampleOptions,
): readonly ComputedFile[] {
  const matched = new Set(files.flatMap((one) => one.matched));
  const open = new Set(matcher.formats.filter(({ format }) => !matched.has(format.id)));
  const found: ComputedFile[] = [];
  for (const one of files.slice(0, looksFor)) {
    if (open.size === 0) break;
    const near = guard(() => {
      const probe = toProbe(inputOf(one.file));
      return [...open].filter((format) => failsOnce(format, probe));
    });
    if (near.kind === 'overrun' || near.value.length === 0) continue;
    found.push(one);
    for (const format of near.value) open.delete(format);
  }
  return found;
}

/** Whether exactly one kind of condition fails. */
function failsOnce({ groups }: CompiledFormat, probe: Probe): boolean {
  let failing = 0;
  for (const group of groups) {
    if (groupHolds(group, probe) === false) failing += 1;
    if (failing > 1) return false;
  }
  return failing === 1;
}

/** In the order of a draw each. */
function shuffle<T>(values: readonly T[], random: () => number): readonly T[] {
  const drawn = values.map((value) => ({ value, at: random() }));
  return drawn.toSorted((a, b) => a.at - b.at).map(({ value }) => value);
}
