import { itemKey } from '../../model/changes/slots-of.ts';
import { isUpgradable } from '../../model/cutoff-state.ts';
import { type Part, partLabel } from '../../model/part.ts';
import type { SeasonPackUpgrade } from '../../model/rules.ts';
import { folded } from '../shared/conditions.ts';
import { type Group, groupsBy } from '../shared/groups-by.ts';
import type { IndexedFile, ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { countOf } from '../shared/sums.ts';

/** The files of one season. */
export interface Season {
  readonly group: ProfileGroup;
  readonly itemKey: string;
  readonly title: string;
  readonly number: number;
  /** In order of episodes. */
  readonly files: readonly { readonly indexed: IndexedFile; readonly label: string }[];
  readonly belowMinimum: number;
  readonly weakest: { readonly label: string; readonly score: number };
  /** Between the best and the weakest. */
  readonly spread: number;
  /** Different ones; an unknown group is one. */
  readonly groups: number;
  readonly sources: number;
  /** Files for which a better release would be taken. */
  readonly replaceable: number;
  /** Whether the server would take a pack for them, when no episode is missing. */
  readonly wouldTakePack: boolean;
}

/** Every season of every series: the share below minimum first, then the weakest score against its minimum. */
export function findSeasons({ groups }: LibraryIndex): readonly Season[] {
  return groups.flatMap(seasonsOf).toSorted(byNeed);
}

function seasonsOf(group: ProfileGroup): readonly Season[] {
  const episodes = group.files.flatMap((indexed) =>
    indexed.file.part === null ? [] : [{ indexed, part: indexed.file.part }],
  );
  const seasons = groupsBy(
    episodes,
    ({ indexed, part }) => `${itemKey(indexed.file.item, indexed.file.service)} ${part.season}`,
  );
  return seasons.map((season) => seasonOf(group, season));
}

/** A file that is in a season. */
interface InSeason {
  readonly indexed: IndexedFile;
  readonly part: Part;
}

function seasonOf(group: ProfileGroup, { first, members }: Group<InSeason>): Season {
  const ordered = members.toSorted(
    (a, b) => firstEpisode(a) - firstEpisode(b) || a.indexed.file.fileId - b.indexed.file.fileId,
  );
  const files = ordered.map(({ indexed }) => indexed);
  const weakest = ordered.reduce((least, one) => (scoreOf(one) < scoreOf(least) ? one : least));
  const best = ordered.reduce((most, one) => Math.max(most, scoreOf(one)), scoreOf(weakest));
  const { item, service } = first.indexed.file;
  const replaceable = countOf(files, ({ state }) => isUpgradable(state));
  return {
    group,
    itemKey: itemKey(item, service),
    title: item.title,
    number: first.part.season,
    files: ordered.map(({ indexed, part }) => ({ indexed, label: episodesOf(part) })),
    belowMinimum: countOf(files, ({ state }) => state.belowMinimum),
    weakest: { label: episodesOf(weakest.part), score: scoreOf(weakest) },
    spread: best - scoreOf(weakest),
    groups: new Set(files.map(({ file }) => folded(file.releaseGroup ?? ''))).size,
    sources: new Set(files.map(({ file }) => file.quality.source)).size,
    replaceable,
    wouldTakePack: isPackTaken(group.instance.rules.settings.seasonPackUpgrade, replaceable, files.length),
  };
}

function scoreOf({ indexed }: InSeason): number {
  return indexed.file.score;
}

/** Source: servarr.md 6.5; servers without the setting want every file to gain. */
function isPackTaken(setting: SeasonPackUpgrade | null, replaceable: number, files: number): boolean {
  if (replaceable === 0) return false;
  if (setting?.mode === 'any') return true;
  if (setting?.mode === 'threshold') return (100 * replaceable) / files >= setting.thresholdPercent;
  return replaceable === files;
}

function firstEpisode({ part }: InSeason): number {
  return part.episodes[0]?.number ?? 0;
}

/** `E04`, `E01-E02` */
function episodesOf(part: Part): string {
  return partLabel(part).replace(/^S\d+/, '');
}

function byNeed(a: Season, b: Season): number {
  return (
    b.belowMinimum / b.files.length - a.belowMinimum / a.files.length ||
    b.replaceable - a.replaceable ||
    a.weakest.score - a.group.profile.minFormatScore - (b.weakest.score - b.group.profile.minFormatScore) ||
    Number(`${a.title} ${a.itemKey} ${a.number}` > `${b.title} ${b.itemKey} ${b.number}`) - 0.5
  );
}
