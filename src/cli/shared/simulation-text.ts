import { plural, signed } from '../../lib/count.ts';
import type { Simulated } from '../../pipeline/simulate.ts';
import type { SimulatedFile } from '../../scoring/simulation/simulated-file.ts';
import {
  differenceOf,
  formatChanges,
  type ProfileSummary,
  summarizeFormats,
  summarizeProfiles,
} from '../../scoring/simulation/summary.ts';
import { titleOf } from './card-text.ts';
import { cut, endToEnd } from './columns.ts';
import { count, counted, fileSize } from './words.ts';
import { wrap } from './wrap.ts';

/** Files and formats that are named one by one. */
const mostAffected = 5;
const formatsShown = 10;
const width = 80;

/** What other rules would do, for a terminal. */
export function simulationLines(simulated: Simulated): readonly string[] {
  const { files } = simulated;
  const profiles = summarizeProfiles(files);
  const touched = profiles.filter(isTouched);
  const still = profiles.length - touched.length;
  return [
    ...touched.flatMap((one) => profileLines(one, files)),
    ...formatLines(files),
    ...(still === 0 ? [] : [`nothing moves in ${counted(still, 'other profile')}`]),
    ...certaintyLines(simulated),
    ...simulated.problems.flatMap((problem) => wrap(`not evaluated: ${problem}`, width, ['  ', '    '])),
  ];
}

function isTouched({ counts }: ProfileSummary): boolean {
  const { same, files, newlyOpen, newlyClosed, belowMinimum, aboveMinimum, reassigned } = counts;
  return same < files || newlyOpen + newlyClosed + belowMinimum + aboveMinimum + reassigned > 0;
}

function profileLines(
  { instance, profile, counts }: ProfileSummary,
  files: readonly SimulatedFile[],
): readonly string[] {
  const own = files.filter(
    ({ file, before }) => `${file.service}/${file.instance}` === instance && before.profile.name === profile,
  );
  const affected = own
    .filter((one) => differenceOf(one) !== 0)
    .toSorted((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)));
  const more = affected.length - mostAffected;
  return [
    endToEnd(`${instance} · ${profile}`, counted(counts.files, 'file')),
    `  rises ${pad(counts.rises)}   falls ${pad(counts.falls)}   same ${pad(counts.same)}`,
    ...crossings(counts),
    ...(affected.length === 0
      ? []
      : ['  most affected', ...affected.slice(0, mostAffected).map(affectedLine)]),
    ...(more > 0 ? [`  … ${count(more)} more: --format csv`] : []),
    '',
  ];
}

function crossings(counts: ProfileSummary['counts']): readonly string[] {
  const monitored = counts.belowMinimumMonitored;
  const rows: readonly (readonly [string, number, string])[] = [
    ['crosses below the minimum', counts.belowMinimum, `← ${count(monitored)} of them monitored`],
    ['comes back to the minimum', counts.aboveMinimum, ''],
    ['reaches the format cutoff', counts.reachesCutoff, ''],
    ['leaves the format cutoff', counts.leavesCutoff, ''],
    [
      'newly open for upgrades',
      counts.newlyOpen,
      `up to ${fileSize(counts.newlyOpenBytes)} could be fetched again`,
    ],
    ['newly closed', counts.newlyClosed, ''],
    ['gets another profile', counts.reassigned, ''],
  ];
  return rows
    .filter(([, files]) => files > 0)
    .map(([name, files, note]) => `  ${name.padEnd(26)}${pad(files)}   ${note}`.trimEnd());
}

function affectedLine(one: SimulatedFile): string {
  const difference = differenceOf(one);
  const changes = formatChanges(one).toSorted(
    (a, b) => Math.abs((b.after ?? 0) - (b.before ?? 0)) - Math.abs((a.after ?? 0) - (a.before ?? 0)),
  );
  const [most] = changes;
  const why = most === undefined ? '' : `${most.name} ${worth(most.before)} → ${worth(most.after)}`;
  const points = `${difference > 0 ? '+' : '−'}${Math.abs(difference).toLocaleString('en-US')}`;
  return `  ${points.padStart(8)}  ${cut(titleOf(one), 34).padEnd(34)}  ${cut(why, 32)}`.trimEnd();
}

function worth(points: number | null): string {
  return points === null ? 'no match' : count(points);
}

function formatLines(files: readonly SimulatedFile[]): readonly string[] {
  const formats = summarizeFormats(files);
  if (formats.length === 0) return [];
  const rows = formats.slice(0, formatsShown).map(({ name, gains, loses, points }) => {
    const moved = [
      gains > 0 ? `+${counted(gains, 'file')}` : '',
      loses > 0 ? `−${counted(loses, 'file')}` : '',
    ];
    return endToEnd(
      `  ${name}`,
      `${moved.filter((part) => part !== '').join('  ')}  ${signed(points)} ${plural(points, 'point')}`,
    );
  });
  const more = formats.length - formatsShown;
  return ['formats', ...rows, ...(more > 0 ? [`  … ${count(more)} more: --format json`] : []), ''];
}

function certaintyLines({ files, evaluated, isStored }: Simulated): readonly string[] {
  if (evaluated.length === 0)
    return [`exact for ${counted(files.length, 'file')}: only scores and thresholds are edited`];
  const exact = files.filter(({ certainty }) => certainty === 'exact').length;
  const hidden = files.filter(({ certainty }) => certainty === 'inputs incomplete').length;
  const unknown = files.length - exact - hidden;
  return [
    `exact for ${count(exact)} of ${counted(files.length, 'file')}: ${counted(evaluated.length, 'format')} matched anew`,
    ...(hidden > 0 ? [`  ${counted(hidden, 'file')}: the server hides the release name`] : []),
    ...(hidden > 0 && isStored ? ['    asked without --from-store, its history may tell it'] : []),
    ...(unknown > 0
      ? [`  ${counted(unknown, 'file')}: a format cannot be evaluated here, and counts as before`]
      : []),
  ];
}

function pad(number: number): string {
  return count(number).padStart(6);
}
