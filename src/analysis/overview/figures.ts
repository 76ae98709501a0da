import { count } from '../../lib/count.ts';
import type { MetricBlock } from '../../model/block.ts';
import { isUpgradable } from '../../model/cutoff-state.ts';
import type { Condition } from '../../model/filter/filter.ts';
import { isMonitored } from '../../model/media-file.ts';
import { metric } from '../shared/blocks.ts';
import { behind, is } from '../shared/conditions.ts';
import type { IndexedFile } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { mapAt } from '../shared/map-at.ts';
import { bytesOf, countOf } from '../shared/sums.ts';

interface Claim {
  readonly name: string;
  readonly title: string;
  readonly where: Condition;
  readonly tone: MetricBlock['tone'];
  readonly holds: (file: IndexedFile) => boolean;
}

/** The four facts, each by itself: a file can be below its minimum and open in both ways. */
const claims: readonly Claim[] = [
  {
    name: 'below-minimum',
    title: 'Below minimum',
    where: is('below-minimum', 'yes'),
    tone: 'bad',
    holds: ({ state }) => state.belowMinimum,
  },
  {
    name: 'quality-open',
    title: 'Quality open',
    where: is('quality-open', 'yes'),
    tone: 'warning',
    holds: ({ state }) => state.quality === 'open',
  },
  {
    name: 'format-open',
    title: 'Format open',
    where: is('format-open', 'yes'),
    tone: 'warning',
    holds: ({ state }) => state.format === 'open',
  },
  {
    name: 'upgrades-off',
    title: 'Upgrades off',
    where: is('upgrades-allowed', 'no'),
    tone: 'neutral',
    holds: ({ state }) => !state.upgradesAllowed,
  },
  {
    name: 'upgradable',
    title: 'Can still be upgraded',
    where: is('upgradable', 'yes'),
    tone: 'neutral',
    holds: ({ state }) => isUpgradable(state),
  },
  {
    name: 'closed',
    title: 'Cutoff met',
    where: is('state', 'closed'),
    tone: 'good',
    holds: ({ label }) => label === 'closed',
  },
  {
    name: 'negative-scores',
    title: 'Negative scores',
    where: { field: 'score', operator: '<', value: '0' },
    tone: 'bad',
    holds: ({ file }) => file.score < 0,
  },
  {
    name: 'unmonitored',
    title: 'Unmonitored',
    where: is('monitored', 'no'),
    tone: 'neutral',
    holds: ({ file }) => !isMonitored(file),
  },
  {
    name: 'stale-files',
    title: 'Stale',
    where: is('stale', 'yes'),
    tone: 'warning',
    holds: ({ file }) => file.staleSince !== null,
  },
];

/** How much there is, then each fact with the files behind it. */
export function figures({ library, files, unread }: LibraryIndex): readonly MetricBlock[] {
  const all = behind([], files.length);
  const empty = library.instances
    .filter((instance) => !unread.some((one) => one.instance === instance))
    .reduce((sum, { itemsWithoutFile }) => sum + itemsWithoutFile, 0);
  const plain = { unit: 'count', files: all } as const;
  return [
    metric({ name: 'files', title: 'Files', value: files.length, ...plain }),
    metric({ name: 'items', title: 'Movies and series with a file', value: itemsOf(files), ...plain }),
    metric({ name: 'items-without-file', title: 'Without a file', value: empty, unit: 'count' }),
    metric({ name: 'size', title: 'Size', value: bytesOf(files), unit: 'bytes', files: all }),
    metric({ name: 'unread-instances', title: 'Not read', value: unread.length, unit: 'count' }),
    ...claims.map((claim) => figureOf(claim, files)),
  ];
}

/** How many different items there are, by instance and id: no text is made for each of 100,000 files. */
function itemsOf(files: readonly IndexedFile[]): number {
  const known = new Map<string, Map<string, Map<number, IndexedFile>>>();
  let items = 0;
  for (const indexed of files) {
    const { service, instance, item } = indexed.file;
    const ofInstance = mapAt(mapAt(known, service), instance);
    if (!ofInstance.has(item.id)) items += 1;
    ofInstance.set(item.id, indexed);
  }
  return items;
}

function figureOf({ name, title, where, tone, holds }: Claim, files: readonly IndexedFile[]): MetricBlock {
  const value = countOf(files, holds);
  return metric({
    name,
    title,
    value,
    unit: 'count',
    tone: value === 0 ? 'neutral' : tone,
    note: `of ${count(files.length)}`,
    files: behind([where], value),
  });
}
