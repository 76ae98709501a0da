import { agree, count, counted, plural } from '../lib/count.ts';
import type { Row, TableBlock } from '../model/block.ts';
import type { Finding } from '../model/report.ts';
import type { Analysis } from './analysis.ts';
import { column, extra, metric, minor, row, table } from './shared/blocks.ts';
import { isOutOfReach, suggestCutoff, suggestionWords, verdictOf } from './shared/ceiling-verdict.ts';
import { marksOf, rangeOf } from './shared/cells.ts';
import { behind } from './shared/conditions.ts';
import type { ProfileGroup } from './shared/indexed-file.ts';
import type { LibraryIndex } from './shared/library-index.ts';
import { quantile } from './shared/statistics.ts';
import { placeOf, scoreWords } from './shared/words.ts';

/** Whether a cutoff can be reached, and which one could. */
export const ceiling: Analysis = {
  name: 'ceiling',
  title: 'Ceilings',
  subtitle: 'A cutoff above the best score seen is searched for ever',
  page: 'profiles',
  place: 0,
  run: (index) => {
    const open = index.groups.filter(({ profile }) => profile.upgradeAllowed);
    const outOfReach = open.filter((group) => isOutOfReach(group, index.ceiling(group)));
    const metCutoff = open.filter(({ profile }) => profile.cutoffFormatScore <= 0);
    return {
      count: outOfReach.length,
      headline:
        `Of ${counted(open.length, 'profile')} with upgrades on, ${count(outOfReach.length)} ` +
        `${agree(outOfReach.length, 'has', 'have')} a cutoff that was never reached and ` +
        `${count(metCutoff.length)} a cutoff of 0 or less.`,
      caveats: [],
      findings: outOfReach.flatMap((group) => findingOf(group, index) ?? []),
      blocks: [
        metric({
          name: 'ceilings-out-of-reach',
          title: 'Cutoffs never reached',
          value: outOfReach.length,
          unit: 'count',
          tone: outOfReach.length > 0 ? 'warning' : 'good',
          note: `of ${counted(open.length, 'profile')} with upgrades on`,
        }),
        ceilingTable(index),
      ],
    };
  },
};

function ceilingTable(index: LibraryIndex): TableBlock {
  return table({
    name: 'ceilings',
    title: 'All profiles',
    subtitle: 'Each scale has its own ends. The bound is what no release can exceed; best seen is proven',
    columns: [
      column('profile', 'Profile', 'text'),
      column('instance', 'Instance', 'text'),
      minor(column('files', 'Files', 'count')),
      minor(column('scale', 'Scale', 'range')),
      minor(column('minimum', 'Minimum', 'score')),
      extra(column('median', 'Median', 'score')),
      minor(column('p95', '95 %', 'score')),
      column('best_seen', 'Best seen', 'score'),
      minor(column('bound', 'Bound', 'score')),
      column('cutoff', 'Cutoff', 'score'),
      extra(column('step', 'Step', 'gain')),
      column('verdict', 'Verdict', 'text'),
      minor(column('suggested', 'Try', 'score')),
      minor(column('would_close', 'Would close', 'count')),
    ],
    rows: index.groups.map((group) => rowOf(group, index)),
    empty: 'There is no profile',
  });
}

function rowOf(group: ProfileGroup, index: LibraryIndex): Row {
  const { profile, address, files, scores, where } = group;
  const found = index.ceiling(group);
  const suggestion = suggestCutoff(group, found);
  return row(
    [
      profile.name,
      address,
      files.length,
      rangeOf(scores, marksOf(group, found.bestSeen)),
      profile.minFormatScore,
      quantile(scores, 0.5),
      quantile(scores, 0.95),
      found.bestSeen,
      found.bound.score,
      profile.cutoffFormatScore,
      profile.minUpgradeFormatScore,
      verdictOf(group, found),
      suggestion?.cutoff ?? null,
      suggestion?.files.count ?? null,
    ],
    behind(where, files.length),
  );
}

/** Nothing for a cutoff that is proven to be out of reach: that is a fault of the rules, and said there. */
function findingOf(group: ProfileGroup, index: LibraryIndex): Finding | null {
  const { profile, files, where } = group;
  const found = index.ceiling(group);
  if (found.verdict === 'unreachable') return null;
  return {
    severity: 'medium',
    title: 'A cutoff never reached',
    place: placeOf(group),
    why: `It asks for ${counted(profile.cutoffFormatScore, 'point')}. The best file ever seen has ${scoreWords(found.bestSeen)}, so its files are searched for ever.`,
    mend: suggestionWords(suggestCutoff(group, found)),
    count: files.length,
    counted: `${plural(files.length, 'file')} searched for ever`,
    files: behind(where, files.length),
  };
}
