import { chunks } from '../../lib/chunks.ts';
import { cutoffLabel } from '../../model/cutoff-state.ts';
import { isMonitored } from '../../model/media-file.ts';
import { partLabel } from '../../model/part.ts';
import { csvRows } from '../../pipeline/csv-rows.ts';
import type { Simulated } from '../../pipeline/simulate.ts';
import type { SimulatedFile } from '../../scoring/simulation/simulated-file.ts';
import {
  countSimulated,
  differenceOf,
  formatChanges,
  summarizeFormats,
  summarizeProfiles,
} from '../../scoring/simulation/summary.ts';

/** All of it, for programs. */
export function simulationJson({ files, evaluated, problems }: Simulated): string {
  const told = {
    counts: countSimulated(files),
    profiles: summarizeProfiles(files),
    formats: summarizeFormats(files),
    evaluated,
    problems,
    files: files.map((one) => ({ ...recordOf(one), changes: formatChanges(one) })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** One row a file, all of them. */
export function* simulationCsv({ files }: Simulated): Generator<string> {
  const write = csvRows();
  yield write([columns]);
  for (const some of chunks(files, rowsAtOnce)) yield write(some.map((one) => Object.values(recordOf(one))));
}

const rowsAtOnce = 500;

const columns = [
  'instance',
  'service',
  'file_id',
  'title',
  'year',
  'part',
  'monitored',
  'profile',
  'profile_after',
  'score',
  'score_after',
  'difference',
  'state',
  'state_after',
  'size_bytes',
  'certainty',
  'formats_gained',
  'formats_lost',
] as const;

type FileRecord = Readonly<Record<(typeof columns)[number], string | number | boolean | null>>;

/** In the order of the columns. */
function recordOf(one: SimulatedFile): FileRecord {
  const { file, before, after, certainty } = one;
  const changes = formatChanges(one);
  return {
    instance: file.instance,
    service: file.service,
    file_id: file.fileId,
    title: file.item.title,
    year: file.item.year,
    part: file.part === null ? null : partLabel(file.part),
    monitored: isMonitored(file),
    profile: before.profile.name,
    profile_after: after.profile.name,
    score: before.score,
    score_after: after.score,
    difference: differenceOf(one),
    state: cutoffLabel(before.state),
    state_after: cutoffLabel(after.state),
    size_bytes: file.sizeBytes,
    certainty,
    formats_gained: names(changes.filter((change) => change.before === null)),
    formats_lost: names(changes.filter((change) => change.after === null)),
  };
}

function names(changes: readonly { readonly name: string }[]): string {
  return changes.map(({ name }) => name).join('; ');
}
