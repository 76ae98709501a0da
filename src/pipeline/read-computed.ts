import type { ItemsRead } from '../exporters/exporter.ts';
import { byIdentity } from '../model/file-order.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Rules } from '../model/rules.ts';
import { fileInput } from '../scoring/matching/file-input.ts';
import { createFormatMatcher } from '../scoring/matching/format-matcher.ts';
import { type ComputedFile, chooseSample } from '../scoring/sample/choose-sample.ts';
import { formatMismatch } from '../scoring/sample/format-mismatch.ts';
import { formatHits } from '../scoring/score-of.ts';
import { computeMatches } from './compute-matches.ts';
import { patternGuard } from './pattern-guard.ts';
import { compareRules, type ExactReading, type ExactRequest, readExactly } from './read-exactly.ts';
import { exporters } from './registry.ts';

/** What a computed reading needs besides. */
export interface ComputedRequest extends ExactRequest {
  /** From 0 to below 1; draws the sample. */
  readonly random: () => number;
}

/**
 * Reads the list of movies once and computes the formats of their files here; a sample is asked and compared. On any
 * difference, on a format that cannot be evaluated, or when the rules move meanwhile, everything is asked instead.
 *
 * @throws {ArrError} as `readExactly`
 */
export async function readComputed(request: ComputedRequest): Promise<ExactReading> {
  const { client, config, spool, tell } = request;
  const rules = await exporters[config.service].rules(client);
  const { read, files } = await listFiles(request, rules);
  const computed = await compute(files, rules, request);
  if (computed === null) return askAll(request, 'a format cannot be evaluated here');
  const sample = chooseSample(computed, {
    matcher: createFormatMatcher(rules.formats, config.service),
    guard: patternGuard(),
    random: request.random,
  });
  const asked = await askAbout(sample, request, rules);
  const mismatches = sample.flatMap((one) => formatMismatch(one, asked.get(one.file.fileId), rules) ?? []);
  tell({ kind: 'sampled', asked: sample.length, differing: mismatches.length });
  const { moved, unchecked } = await compareRules(client, exporters[config.service], rules);
  if (mismatches.length > 0) return askAll(request, mismatches.slice(0, 3).join('; '));
  if (moved.length > 0) return askAll(request, 'the rules were edited meanwhile');
  spool.add(computed.map((one) => asked.get(one.file.fileId) ?? scored(one, rules)));
  const entries = spool.entries().toSorted(byIdentity);
  return { ...read, oddities: [...read.oddities, ...unchecked], rules, entries, plan: 'computed' };
}

interface Listed {
  readonly read: ItemsRead;
  /** Without formats and score. */
  readonly files: readonly MediaFile[];
}

/** The list alone: every file is taken as if its formats, none, were known. */
async function listFiles({ client, config, tell }: ComputedRequest, rules: Rules): Promise<Listed> {
  const files: MediaFile[] = [];
  const read = await exporters[config.service].read(client, {
    instance: config.name,
    rules,
    chunkSize: config.chunkSize,
    carry: () => [],
    take: (some) => void files.push(...some),
    progress: (progress) => tell({ kind: 'progress', progress }),
  });
  return { read, files };
}

/** @returns null where a format hangs on something that only the server can tell */
async function compute(
  files: readonly MediaFile[],
  rules: Rules,
  { server }: ComputedRequest,
): Promise<readonly ComputedFile[] | null> {
  const inputs = files.map((file) => fileInput(file, server));
  const matches = await computeMatches(inputs, rules);
  if (matches.some(({ unknown }) => unknown.length > 0)) return null;
  return files.flatMap((file, at) => {
    const [input, found] = [inputs[at], matches[at]];
    return input === undefined || found === undefined ? [] : [{ file, input, matched: found.matched }];
  });
}

/** The server's own answer about some files, by file id. */
async function askAbout(
  sample: readonly ComputedFile[],
  { client, config }: ComputedRequest,
  rules: Rules,
): Promise<ReadonlyMap<number, MediaFile>> {
  const asked = new Map<number, MediaFile>();
  await exporters[config.service].read(client, {
    instance: config.name,
    rules,
    chunkSize: config.chunkSize,
    carry: null,
    listed: sample.map(({ file }) => file),
    take: (files) => {
      for (const file of files) asked.set(file.fileId, file);
    },
    progress: () => undefined,
  });
  return asked;
}

function askAll(request: ComputedRequest, because: string): Promise<ExactReading> {
  request.tell({ kind: 'not-computed', because });
  return readExactly(request);
}

function scored({ file, matched }: ComputedFile, { formats }: Rules): MediaFile {
  const ids = new Set(matched);
  const hits = formatHits(
    file.profile,
    formats.filter(({ id }) => ids.has(id)),
  );
  const score = hits.reduce((sum, hit) => sum + hit.score, 0);
  return { ...file, formats: hits, score, scoreSource: 'computed' };
}
