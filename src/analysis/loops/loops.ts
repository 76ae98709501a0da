import { agree, count, counted, plural } from '../../lib/count.ts';
import type { Finding } from '../../model/report.ts';
import type { Analysis } from '../analysis.ts';
import { metric } from '../shared/blocks.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { dayOf } from '../shared/words.ts';
import { type Drift, findImportDrift, findSunkFile, lastEdits } from './find-drift.ts';
import { findLoop, findRepeat, type Loop, type Repeat } from './find-loops.ts';
import { driftTable, loopTable, repeatTable } from './loop-tables.ts';
import { slotStories } from './slot-story.ts';

/** Why the same files are fetched again and again. */
export const loops: Analysis = {
  name: 'loops',
  title: 'Loops and drift',
  subtitle: 'What is fetched again and again, and scores that fall between grab, import and today',
  page: 'act',
  place: 2,
  run: (index) => {
    const found = findAll(index);
    return {
      count: found.loops.length,
      headline: `${counted(found.loops.length, 'title')} in a loop; ${count(found.drifts.length)} scored lower at import than at grab.`,
      caveats: caveatsOf(index, found),
      findings: findingsOf(found),
      blocks: [...figures(found), ...tables(found)],
    };
  },
};

interface Found {
  readonly loops: readonly Loop[];
  readonly repeats: readonly Repeat[];
  readonly drifts: readonly Drift[];
  readonly sunk: readonly Drift[];
}

/** Hears every story once. */
function findAll(index: LibraryIndex): Found {
  const edited = lastEdits(index);
  const rounds: Loop[] = [];
  const repeats: Repeat[] = [];
  const drifts: Drift[] = [];
  const sunk: Drift[] = [];
  for (const story of slotStories(index)) {
    keep(rounds, findLoop(story));
    keep(repeats, findRepeat(story));
    keep(drifts, findImportDrift(story));
    keep(sunk, findSunkFile(story, edited));
  }
  return {
    loops: rounds.toSorted((a, b) => b.grabs.length - a.grabs.length || a.gain - b.gain),
    repeats: repeats.toSorted((a, b) => b.times - a.times),
    drifts: byDrop(drifts),
    sunk: byDrop(sunk),
  };
}

function keep<T>(found: T[], one: T | null): void {
  if (one !== null) found.push(one);
}

function byDrop(drifts: readonly Drift[]): readonly Drift[] {
  return drifts.toSorted((a, b) => a.to - a.from - (b.to - b.from));
}

function figures({ loops: rounds, repeats, drifts, sunk }: Found): readonly ReturnType<typeof metric>[] {
  const plain = { unit: 'count' } as const;
  return [
    metric({ name: 'loops', title: 'Loops', value: rounds.length, ...plain }),
    metric({ name: 'repeats', title: 'Same release again', value: repeats.length, ...plain }),
    metric({ name: 'import-drift', title: 'Imported below grab', value: drifts.length, ...plain }),
    metric({ name: 'sunk-files', title: 'Below import today', value: sunk.length, ...plain }),
  ];
}

function tables({ loops: rounds, repeats, drifts, sunk }: Found): readonly ReturnType<typeof loopTable>[] {
  return [
    loopTable(rounds),
    repeatTable(repeats),
    driftTable(
      {
        name: 'import-below-grab',
        title: 'Imported below the grab',
        subtitle: 'Scores of that time; a file that scores lower than its release is the seed of a loop',
        empty: 'Every import kept its score',
      },
      ['At grab', 'At import'],
      drifts,
    ),
    driftTable(
      {
        name: 'below-import',
        title: 'Today below the import',
        subtitle: 'And the rules were not edited since, as far as was watched: a name or a tag was',
        empty: 'Every file kept its score',
      },
      ['At import', 'Today'],
      sunk,
    ),
  ];
}

function caveatsOf({ library, address }: LibraryIndex, { sunk }: Found): readonly string[] {
  const blind = library.instances.filter(({ historySince }) => historySince === null);
  const unwatched = sunk.some(({ story, at }) => at < story.group.instance.firstReadAt);
  return [
    ...blind.map(({ instance }) => `No history of ${address(instance)}: its loops cannot be told.`),
    ...(unwatched
      ? [
          `Edits of the rules before ${dayOf(firstRead(library.instances))} are not known: they may have lowered older imports.`,
        ]
      : []),
  ];
}

function firstRead(instances: LibraryIndex['library']['instances']): Date {
  return new Date(Math.max(...instances.map(({ firstReadAt }) => firstReadAt.getTime())));
}

function findingsOf({ loops: rounds, drifts }: Found): readonly Finding[] {
  const worst = rounds[0];
  const lowest = drifts[0];
  const common = { files: null, place: 'all instances' } as const;
  const loop: Finding[] =
    worst === undefined
      ? []
      : [
          {
            ...common,
            severity: 'high',
            title: 'The same title again and again',
            why: `${counted(rounds.length, 'title')} ${agree(rounds.length, 'was', 'were')} fetched three times or more within 60 days with no lasting gain, “${worst.story.slot.title}” ${count(worst.grabs.length)} times.`,
            mend: 'Look at the format at fault of each: “analyze loops”.',
            count: rounds.length,
            counted: `${plural(rounds.length, 'title')} in a loop`,
          },
        ];
  const drift: Finding[] =
    lowest === undefined
      ? []
      : [
          {
            ...common,
            severity: 'medium',
            title: 'Files score lower than their release',
            why: `${counted(drifts.length, 'import')} scored lower than the grab, at worst ${count(lowest.to)} after ${count(lowest.from)}: where the rules are still the same, the server fetches such releases again.`,
            mend: 'Put what the formats look for into the naming format.',
            count: drifts.length,
            counted: `${plural(drifts.length, 'title')} that lost points at import`,
          },
        ];
  return [...loop, ...drift];
}
