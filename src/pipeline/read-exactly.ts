import { ArrError, failureIn } from '../arr/arr-error.ts';
import type { ArrClient } from '../arr/client.ts';
import type { InstanceConfig } from '../config/config.ts';
import type { Exporter, ItemsRead } from '../exporters/exporter.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import { byPlace } from '../model/file-order.ts';
import { type MediaFile, sumOfFormats } from '../model/media-file.ts';
import type { Oddity, SkippedItem } from '../model/reading.ts';
import type { Rules } from '../model/rules.ts';
import type { Server } from '../model/server.ts';
import type { Carriable, ReadPlan } from '../store/collecting.ts';
import { carriedFormats } from './carry-formats.ts';
import type { AgainReason, ReadingEvent } from './reading-event.ts';
import { exporters } from './registry.ts';
import type { Spool, SpoolEntry } from './spool.ts';

/** What is read, and where to. */
export interface ExactRequest {
  readonly client: ArrClient;
  readonly config: InstanceConfig;
  readonly spool: Spool;
  readonly server: Server;
  /** What the store lets this reading carry over; null asks for everything. */
  readonly carriable: Carriable | null;
  readonly tell: (event: ReadingEvent) => void;
}

/** Files, and the rules that explain their scores. */
export interface ExactReading extends ItemsRead {
  readonly rules: Rules;
  /** In order of item id, season, episode, file id. */
  readonly entries: readonly SpoolEntry[];
  readonly plan: ReadPlan;
}

/**
 * Reads until the numbers are the server's numbers: the formats of every file add up to its score, and the
 * rules are the same before and after. Reads once more where they are not; what is still off is an oddity. Where the
 * server contradicts what was carried over, nothing is carried the second time.
 *
 * @throws {ArrError} when not a single item could be read
 */
export async function readExactly(request: ExactRequest): Promise<ExactReading> {
  const first = await readOnce(request);
  if (first.doubts.length === 0 && first.contradicted === 0) return first.reading;
  request.tell({ kind: 'again', reason: reasonOf(first) });
  request.spool.clear();
  const { reading, doubts } = await readOnce({ ...request, carriable: null });
  return { ...reading, oddities: [...reading.oddities, ...doubts] };
}

interface OneReading {
  readonly reading: ExactReading;
  readonly doubts: readonly Oddity[];
  /** Files of which the server says something else than what was stored of them. */
  readonly contradicted: number;
}

function reasonOf({ doubts, contradicted }: OneReading): AgainReason {
  if (doubts.some(({ kind }) => kind === 'rules-moved')) return 'rules-moved';
  return contradicted > 0 ? 'carried-differs' : 'sums-differ';
}

async function readOnce({
  client,
  config,
  spool,
  tell,
  server,
  carriable,
}: ExactRequest): Promise<OneReading> {
  const exporter: Exporter = exporters[config.service];
  const doubts: Oddity[] = [];
  const rules = await exporter.rules(client);
  const carried = carriedFormats(carriable, { rules, serverVersion: server.version });
  let contradicted = 0;
  const read = await exporter.read(client, {
    instance: config.name,
    rules,
    chunkSize: config.chunkSize,
    carry: carried?.carry ?? null,
    take: (files) => {
      spool.add(files);
      for (const file of files) doubts.push(...doubtsAbout(file));
      contradicted += files.filter((file) => carried?.isContradicted(file) === true).length;
    },
    progress: (progress) => tell({ kind: 'progress', progress }),
  });
  const failure = spool.entries().length === 0 ? failureOfAll(read.skipped) : null;
  if (failure !== null) throw new ArrError(failure);
  const { moved, unchecked } = await compareRules(client, exporter, rules);
  const oddities = [...read.oddities, ...unchecked];
  const entries = spool.entries().toSorted(byPlace);
  const plan = carried === null ? 'asked' : 'carried';
  return {
    reading: { ...read, oddities, rules, entries, plan },
    doubts: [...moved, ...doubts],
    contradicted,
  };
}

/** Whether the rules are the same as before the files were read. */
export interface Compared {
  readonly moved: readonly Oddity[];
  readonly unchecked: readonly Oddity[];
}

/** The files are there: a server that goes away now takes the proof with it, not the reading. */
export async function compareRules(client: ArrClient, exporter: Exporter, before: Rules): Promise<Compared> {
  try {
    const isSame = JSON.stringify(await exporter.rules(client)) === JSON.stringify(before);
    return { moved: isSame ? [] : [{ kind: 'rules-moved' }], unchecked: [] };
  } catch (error) {
    return { moved: [], unchecked: [{ kind: 'rules-unchecked', failure: failureIn(error) }] };
  }
}

/** Of a file whose formats do not add up to its score, that it is so. */
export function doubtsAbout({ item, fileId, formats, score }: MediaFile): readonly Oddity[] {
  const sum = sumOfFormats(formats);
  if (sum === score) return [];
  return [{ kind: 'sum-differs', itemId: item.id, title: item.title, fileId, sum, score }];
}

/** Where every item fails inside the server in the same words, no item is to blame; null where none failed. */
function failureOfAll([first, ...others]: readonly SkippedItem[]): ArrFailure | null {
  if (first === undefined) return null;
  const { failure } = first;
  if (failure.kind !== 'list-broken' || others.length === 0) return failure;
  const { url, problem } = failure;
  const areAlike = others.every(({ failure: other }) => isBroken(other, problem));
  return areAlike ? { kind: 'rules-broken', url, problem } : failure;
}

function isBroken(failure: ArrFailure, problem: string): boolean {
  return failure.kind === 'list-broken' && failure.problem === problem;
}
