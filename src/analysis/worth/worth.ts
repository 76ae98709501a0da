import { count, counted, signed } from '../../lib/count.ts';
import type { TableBlock } from '../../model/block.ts';
import type { Analysis } from '../analysis.ts';
import { column, metric, minor, row, table } from '../shared/blocks.ts';
import { titleOfSlot } from '../shared/cells.ts';
import { behind, behindSlot } from '../shared/conditions.ts';
import { lazyRows } from '../shared/lazy-rows.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { sum } from '../shared/statistics.ts';
import { countOf } from '../shared/sums.ts';
import { placeOf } from '../shared/words.ts';
import { type Churn, findChurn, findWorth, type Worth } from './worth-of.ts';

/** Whether the downloads were worth it. */
export const worth: Analysis = {
  name: 'worth',
  title: 'Worth',
  subtitle: 'What replacements brought for their gigabytes, by today’s rules',
  page: 'trends',
  place: 1,
  run: (index) => {
    const found = findWorth(index);
    const churn = findChurn(index);
    const replaced = sum(found.map(({ replacements }) => replacements.length));
    return {
      count: replaced,
      headline: headlineOf(found, replaced),
      caveats: caveatsOf(index, replaced),
      findings: [],
      blocks: [
        metric({ name: 'replacements', title: 'Replacements seen', value: replaced, unit: 'count' }),
        metric({ name: 'churn', title: 'Replaced three times or more', value: churn.length, unit: 'count' }),
        worthTable(found),
        stepTable(found),
        churnTable(churn),
      ],
    };
  },
};

/** One profile in full; of several, how many gained: the table says what each of them did. */
function headlineOf(found: readonly Worth[], replaced: number): string | null {
  const [only] = found;
  if (only === undefined) return null;
  if (found.length === 1) return sentenceOf(only);
  const gained = countOf(found, ({ gain }) => gain > 0);
  return (
    `${counted(replaced, 'replacement')}: ${counted(gained, 'profile')} gained by them, ` +
    `${count(found.length - gained)} gained nothing.`
  );
}

/** A gain of nothing is said in words: points per gigabyte of it would mean nothing. */
function sentenceOf({ group, replacements, gain, pointsPerGb }: Worth): string {
  const place = `${placeOf(group)}: ${counted(replacements.length, 'replacement')}`;
  if (gain <= 0) return `${place} gained nothing (${signed(gain)}).`;
  const rate = pointsPerGb === null ? '' : `, ${count(Math.round(pointsPerGb * 10) / 10)} for each GB`;
  return `${place} gained ${signed(gain)}${rate}.`;
}

function caveatsOf({ library, address }: LibraryIndex, replaced: number): readonly string[] {
  const blind = library.instances.filter(({ historySince }) => historySince === null);
  return [
    ...blind.map(
      ({ instance }) =>
        `No history of ${address(instance)}: only what was seen since its first reading counts.`,
    ),
    ...(replaced > 0 && replaced < 10 ? ['Few replacements: the steps say little.'] : []),
  ];
}

function worthTable(found: readonly Worth[]): TableBlock {
  return table({
    name: 'worth',
    title: 'Points for gigabytes',
    subtitle: 'Old and new file are scored by today’s rules',
    columns: [
      column('profile', 'Profile', 'text'),
      column('instance', 'Instance', 'text'),
      column('replacements', 'Replacements', 'count'),
      column('gain', 'Gain', 'gain'),
      minor(column('downloaded', 'Downloaded', 'bytes')),
      column('points_per_gb', 'Points per GB', 'points-per-gb'),
      minor(column('in_words', 'In words', 'text')),
    ],
    rows: found.map((one) => {
      const { group, replacements, gain, bytes, pointsPerGb } = one;
      const cells = [
        group.profile.name,
        group.address,
        replacements.length,
        gain,
        bytes,
        pointsPerGb,
        sentenceOf(one),
      ];
      return row(cells, behind(group.where, group.files.length));
    }),
    empty: 'No replacement was seen',
  });
}

function stepTable(found: readonly Worth[]): TableBlock {
  return table({
    name: 'steps',
    title: 'What a larger step would have prevented',
    subtitle:
      'Steps at the tenths of the gains seen; a step has a say only where quality and revision are the same',
    columns: [
      column('profile', 'Profile', 'text'),
      column('instance', 'Instance', 'text'),
      column('step', 'Step', 'gain'),
      column('prevented', 'Prevented', 'count'),
      column('size', 'Size', 'bytes'),
      column('points', 'Points', 'gain'),
    ],
    rows: found.flatMap(({ group, steps }) =>
      steps.map(({ step, replacements, bytes, points }) =>
        row([group.profile.name, group.address, step, replacements, bytes, points]),
      ),
    ),
    empty: 'No gain was seen that a step has a say in',
  });
}

function churnTable(churn: readonly Churn[]): TableBlock {
  return table({
    name: 'churned-titles',
    title: 'Replaced three times or more',
    columns: [
      column('title', 'Title', 'title'),
      minor(column('instance', 'Instance', 'text')),
      minor(column('profile', 'Profile', 'text')),
      column('replacements', 'Replacements', 'count'),
      column('gain', 'Gain', 'gain'),
      column('downloaded', 'Downloaded', 'bytes'),
      minor(column('last', 'Last', 'date')),
    ],
    rows: lazyRows(churn, ({ times, newest, gain, bytes }) => {
      const { slot, group, place } = newest;
      const cells = [
        titleOfSlot(slot, place.indexed),
        group.address,
        group.profile.name,
        times,
        gain,
        bytes,
        new Date(newest.moment),
      ];
      return row(cells, behindSlot(place.indexed));
    }),
    empty: 'No title was replaced that often',
  });
}
