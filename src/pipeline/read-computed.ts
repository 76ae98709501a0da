import { chunks } from '../lib/chunks.ts';
import { describeOddity } from '../model/describe-oddity.ts';
import { byPlace } from '../model/file-order.ts';
import { type MediaFile, sumOfFormats } from '../model/media-file.ts';
import type { SkippedItem } from '../model/reading.ts';
import type { Rules } from '../model/rules.ts';
import { fileInput } from '../scoring/matching/file-input.ts';
import { createFormatMatcher } from '../scoring/matching/format-matcher.ts';
import { type ComputedFile, chooseSample } from '../scoring/sample/choose-sample.ts';
import { formatMismatch } from '../scoring/sample/format-mismatch.ts';
import { formatHits } from '../scoring/score-of.ts';
import { patternGuard } from './pattern-guard.ts';
import {
  compareRules,
  doubtsAbout,
  type ExactReading,
  type ExactRequest,
  readExactly,
} from './read-exactly.ts';
import { readList } from './read-list.ts';
import { exporters } from './registry.ts';

/** What a computed reading needs besides. */
export interface ComputedRequest extends ExactRequest {
  /** From 0 to below 1; draws the sample. */
  readonly random: () => number;
}

/** Files that go to the spool together. */
const spooledTogether = 500;

/**
 * Reads the list of movies once and computes the formats of their files here; a sample is asked and compared. On any
 * difference, on a format that cannot be evaluated, or when the rules move meanwhile, everything is asked instead.
 *
 * @throws {ArrError} as `readExactly`
 */
export async function readComputed(request: ComputedRequest): Promise<ExactReading> {
  const { client, config, spool, tell } = request;
  const rules = await exporters[config.service].rules(client);
  const { read, computed, asked, unknown } = await readList(request, rules);
  if (unknown.size > 0) return askAll(request, `${namesOf(unknown, rules)} cannot be evaluated here`);
  const sample = draw(computed, request, rules);
  const answers = await askAbout(sample, request, rules);
  const differing = sample.flatMap(
    (one) => formatMismatch(one, answers.files.get(one.file.fileId), rules) ?? [],
  );
  tell({ kind: 'sampled', asked: answers.files.size, differing: differing.length });
  const { moved, unchecked } = await compareRules(client, exporters[config.service], rules);
  const doubts = [...differing, ...answers.failures, ...asked.flatMap(doubtsAbout).map(describeOddity)];
  if (doubts.length > 0) return askAll(request, doubts.slice(0, 3).join('; '));
  if (moved.length > 0) return askAll(request, 'the rules were edited meanwhile');
  for (const some of chunks(computed, spooledTogether)) {
    spool.add(some.map((one) => answers.files.get(one.file.fileId) ?? scored(one, rules)));
  }
  spool.add(asked);
  const entries = spool.entries().toSorted(byPlace);
  return { ...read, oddities: [...read.oddities, ...unchecked], rules, entries, plan: 'computed' };
}

function namesOf(formatIds: ReadonlySet<number>, { formats }: Rules): string {
  return formats
    .filter(({ id }) => formatIds.has(id))
    .map(({ name }) => name)
    .join(', ');
}

function draw(
  computed: readonly ComputedFile[],
  { config, server, random }: ComputedRequest,
  { formats }: Rules,
): readonly ComputedFile[] {
  return chooseSample(computed, {
    matcher: createFormatMatcher(formats, config.service),
    inputOf: (file) => fileInput(file, server),
    guard: patternGuard(),
    random,
  });
}

/** What the server says of a sample. */
interface Answers {
  /** By file id; a file that was deleted or replaced meanwhile has none. */
  readonly files: ReadonlyMap<number, MediaFile>;
  /** Why the others could not be asked about. */
  readonly failures: readonly string[];
}

async function askAbout(
  sample: readonly ComputedFile[],
  { client, config }: ComputedRequest,
  rules: Rules,
): Promise<Answers> {
  const files = new Map<number, MediaFile>();
  const { skipped } = await exporters[config.service].read(client, {
    instance: config.name,
    rules,
    chunkSize: config.chunkSize,
    carry: null,
    listed: sample.map(({ file }) => file),
    take: (some) => {
      for (const file of some) files.set(file.fileId, file);
    },
    progress: () => undefined,
  });
  return {
    files,
    failures: skipped.filter(isNotGone).map(({ title }) => `${title} could not be asked about`),
  };
}

/** A movie that was deleted since the list was read proves nothing against it. */
function isNotGone({ failure }: SkippedItem): boolean {
  return failure.kind !== 'gone';
}

function askAll(request: ComputedRequest, because: string): Promise<ExactReading> {
  request.tell({ kind: 'not-computed', because });
  return readExactly(request);
}

function scored({ file, matched }: ComputedFile, { formats }: Rules): MediaFile {
  const ids = new Set(matched);
  const found = formats.filter(({ id }) => ids.has(id));
  const hits = formatHits(file.profile, found);
  return { ...file, formats: hits, score: sumOfFormats(hits), scoreSource: 'computed' };
}
