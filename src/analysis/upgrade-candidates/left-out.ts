import type { Row, TableBlock } from '../../model/block.ts';
import { isUpgradable } from '../../model/cutoff-state.ts';
import type { Condition } from '../../model/filter/filter.ts';
import type { PropersAndRepacks } from '../../model/rules.ts';
import { column, minor, row, table } from '../shared/blocks.ts';
import { behind, is } from '../shared/conditions.ts';
import type { IndexedFile, ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { bytesOf } from '../shared/sums.ts';

interface Reason {
  readonly word: string;
  readonly where: readonly Condition[];
  readonly holds: (file: IndexedFile) => boolean;
}

/** Each file that is no candidate is in one of them. */
const reasons: readonly Reason[] = [
  {
    word: 'upgrades off',
    where: [is('upgrades-allowed', 'no')],
    holds: ({ state }) => !state.upgradesAllowed,
  },
  {
    word: 'below minimum, and closed',
    where: [is('upgrades-allowed', 'yes'), is('upgradable', 'no'), is('below-minimum', 'yes')],
    holds: ({ state }) => state.upgradesAllowed && !isUpgradable(state) && state.belowMinimum,
  },
  { word: 'closed', where: [is('state', 'closed')], holds: ({ label }) => label === 'closed' },
];

/** What is left out of the candidates, profile by profile, and what would still be taken for it. */
export function leftOutTable({ groups }: LibraryIndex): TableBlock {
  return table({
    name: 'left-out',
    title: 'Left out',
    subtitle: 'Files for which the servers look for nothing better',
    columns: [
      column('profile', 'Profile', 'text'),
      column('instance', 'Instance', 'text'),
      column('why', 'Why', 'text'),
      column('files', 'Files', 'count'),
      minor(column('size', 'Size', 'bytes')),
      minor(column('still_taken', 'Still taken', 'text')),
    ],
    rows: groups.flatMap((group) => reasons.flatMap((reason) => rowsOf(group, reason))),
    empty: 'Every file is a candidate',
  });
}

function rowsOf(group: ProfileGroup, { word, where, holds }: Reason): readonly Row[] {
  const own = group.files.filter(holds);
  if (own.length === 0) return [];
  const { propersAndRepacks } = group.instance.rules.settings;
  const cells = [
    group.profile.name,
    group.address,
    word,
    own.length,
    bytesOf(own),
    stillTaken[propersAndRepacks],
  ];
  return [row(cells, behind([...group.where, ...where], own.length))];
}

/** Whatever the cutoffs say, a revision of the same quality may replace a file. Source: servarr.md 6.4, 6.5. */
const stillTaken: Readonly<Record<PropersAndRepacks, string>> = {
  preferAndUpgrade: 'a proper or repack of the same quality',
  doNotUpgrade: 'nothing: propers and repacks are switched off',
  doNotPrefer: 'nothing: propers and repacks are not preferred',
};
