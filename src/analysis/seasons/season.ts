import { itemKey } from '../../model/changes/slots-of.ts';
import { isUpgradable } from '../../model/cutoff-state.ts';
import { partLabel } from '../../model/part.ts';
import type { SeasonPackUpgrade } from '../../model/rules.ts';
import { folded } from '../shared/conditions.ts';
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
  readonly files: readonly IndexedFile[];
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
  const episodes = group.files.filter(({ file }) => file.part !== null);
  const bySeason = Map.groupBy(
    episodes,
    ({ file }) => `${itemKey(file.item, file.service)} ${file.part?.season}`,
  );
  return [...bySeason.values()].flatMap((files) => seasonOf(group, files) ?? []);
}

function seasonOf(group: ProfileGroup, unordered: readonly IndexedFile[]): Season | null {
  const files = unordered.toSorted(
    (a, b) => firstEpisode(a) - firstEpisode(b) || a.file.fileId - b.file.fileId,
  );
  const weakest = files.toSorted((a, b) => a.file.score - b.file.score)[0];
  const part = weakest?.file.part ?? null;
  if (weakest === undefined || part === null) return null;
  const { item, service } = weakest.file;
  const replaceable = countOf(files, ({ state }) => isUpgradable(state));
  const best = files.reduce((most, { file }) => Math.max(most, file.score), weakest.file.score);
  return {
    group,
    itemKey: itemKey(item, service),
    title: item.title,
    number: part.season,
    files,
    belowMinimum: countOf(files, ({ state }) => state.belowMinimum),
    weakest: { label: episodesOf(weakest), score: weakest.file.score },
    spread: best - weakest.file.score,
    groups: new Set(files.map(({ file }) => folded(file.releaseGroup ?? ''))).size,
    sources: new Set(files.map(({ file }) => file.quality.source)).size,
    replaceable,
    wouldTakePack: isPackTaken(group.instance.rules.settings.seasonPackUpgrade, replaceable, files.length),
  };
}

/** Source: servarr.md 6.5; servers without the setting want every file to gain. */
function isPackTaken(setting: SeasonPackUpgrade | null, replaceable: number, files: number): boolean {
  if (replaceable === 0) return false;
  if (setting?.mode === 'any') return true;
  if (setting?.mode === 'threshold') return (100 * replaceable) / files >= setting.thresholdPercent;
  return replaceable === files;
}

function firstEpisode({ file }: IndexedFile): number {
  return file.part?.episodes[0]?.number ?? 0;
}

/** `E04`, `E01-E02` */
export function episodesOf({ file }: IndexedFile): string {
  return file.part === null ? '' : partLabel(file.part).replace(/^S\d+/, '');
}

function byNeed(a: Season, b: Season): number {
  return (
    b.belowMinimum / b.files.length - a.belowMinimum / a.files.length ||
    b.replaceable - a.replaceable ||
    a.weakest.score - a.group.profile.minFormatScore - (b.weakest.score - b.group.profile.minFormatScore) ||
    Number(`${a.title} ${a.itemKey} ${a.number}` > `${b.title} ${b.itemKey} ${b.number}`) - 0.5
  );
}
