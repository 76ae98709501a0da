import { isMonitored } from '../../model/media-file.ts';
import { isOpen, type SimulatedFile } from './simulated-file.ts';

/** What other rules would do to a set of files. Counts are files unless they say otherwise. */
export interface SimulationCounts {
  readonly files: number;
  readonly rises: number;
  readonly falls: number;
  readonly same: number;
  /** Sum of all differences. */
  readonly points: number;
  /** From the minimum or above to below it. */
  readonly belowMinimum: number;
  readonly belowMinimumMonitored: number;
  /** From below the minimum to it or above. */
  readonly aboveMinimum: number;
  /** From below the format cutoff to it or above, and back. */
  readonly reachesCutoff: number;
  readonly leavesCutoff: number;
  /** An upgrade would be taken where none was, and the other way round. */
  readonly newlyOpen: number;
  readonly newlyClosed: number;
  /** Of the newly open ones: what could be fetched again. */
  readonly newlyOpenBytes: number;
  readonly reassigned: number;
  /** Files of which an input is not known, or a format cannot be evaluated here. */
  readonly inexact: number;
}

/** Files of one profile of one instance. */
export interface ProfileSummary {
  readonly instance: string;
  /** The profile of today. */
  readonly profile: string;
  readonly counts: SimulationCounts;
}

/** What a format gains and loses. */
export interface FormatSummary {
  readonly name: string;
  readonly gains: number;
  readonly loses: number;
  /** What it adds to or takes from all scores together. */
  readonly points: number;
}

/** Counts over any files. */
export function countSimulated(files: readonly SimulatedFile[]): SimulationCounts {
  const count = (is: (one: SimulatedFile) => boolean): number =>
    files.reduce((sum, one) => sum + Number(is(one)), 0);
  const opened = files.filter((one) => !isOpen(one.before) && isOpen(one.after));
  return {
    files: files.length,
    rises: count((one) => differenceOf(one) > 0),
    falls: count((one) => differenceOf(one) < 0),
    same: count((one) => differenceOf(one) === 0),
    points: files.reduce((sum, one) => sum + differenceOf(one), 0),
    belowMinimum: count(fallsBelow),
    belowMinimumMonitored: count((one) => fallsBelow(one) && isMonitored(one.file)),
    aboveMinimum: count(({ before, after }) => before.state.belowMinimum && !after.state.belowMinimum),
    reachesCutoff: count((one) => !hasCutoff(one.before) && hasCutoff(one.after)),
    leavesCutoff: count((one) => hasCutoff(one.before) && !hasCutoff(one.after)),
    newlyOpen: opened.length,
    newlyClosed: count(({ before, after }) => isOpen(before) && !isOpen(after)),
    newlyOpenBytes: opened.reduce((sum, { file }) => sum + file.sizeBytes, 0),
    reassigned: count(({ before, after }) => before.profile.id !== after.profile.id),
    inexact: count(({ certainty }) => certainty !== 'exact'),
  };
}

/** One row a profile, in the order in which they occur. */
export function summarizeProfiles(files: readonly SimulatedFile[]): readonly ProfileSummary[] {
  const key = ({ file, before }: SimulatedFile): string =>
    `${file.service}/${file.instance} ${before.profile.id}`;
  return [...Map.groupBy(files, key).values()].flatMap((own) =>
    own.slice(0, 1).map(({ file, before }) => ({
      instance: `${file.service}/${file.instance}`,
      profile: before.profile.name,
      counts: countSimulated(own),
    })),
  );
}

/** One row a format that gains or loses files or points; most points first. */
export function summarizeFormats(files: readonly SimulatedFile[]): readonly FormatSummary[] {
  const rows = new Map<string, { gains: number; loses: number; points: number }>();
  const rowOf = (name: string): { gains: number; loses: number; points: number } => {
    const row = rows.get(name) ?? { gains: 0, loses: 0, points: 0 };
    rows.set(name, row);
    return row;
  };
  for (const { name, before, after } of files.flatMap(formatChanges)) {
    const row = rowOf(name);
    row.gains += Number(before === null);
    row.loses += Number(after === null);
    row.points += (after ?? 0) - (before ?? 0);
  }
  return [...rows]
    .map(([name, row]) => ({ name, ...row }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** What changed about a format of a file: its points, null where it does not match. */
export interface FormatChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** The formats of a file that come, go, or are worth something else. */
export function formatChanges({ before, after }: SimulatedFile): readonly FormatChange[] {
  const old = new Map(before.formats.map((hit) => [hit.id, hit]));
  const next = new Map(after.formats.map((hit) => [hit.id, hit]));
  const gone = before.formats.filter(({ id }) => !next.has(id));
  const moved = after.formats.filter(({ id, score }) => old.get(id)?.score !== score);
  return [
    ...gone.map(({ name, score }) => ({ name, before: score, after: null })),
    ...moved.map(({ id, name, score }) => ({ name, before: old.get(id)?.score ?? null, after: score })),
  ];
}

/** Points that a file gains; below 0 it loses. */
export function differenceOf({ before, after }: SimulatedFile): number {
  return after.score - before.score;
}

function fallsBelow({ before, after }: SimulatedFile): boolean {
  return !before.state.belowMinimum && after.state.belowMinimum;
}

function hasCutoff({ profile, score }: SimulatedFile['before']): boolean {
  return score >= profile.cutoffFormatScore;
}
