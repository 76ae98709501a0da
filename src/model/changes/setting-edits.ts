import type { RuleEdit } from '../change.ts';
import type { DecidingSettings, SeasonPackUpgrade } from '../rules.ts';
import type { Pair } from './pair-up.ts';

/** Edits of what decides outside profiles and formats. */
export function settingEdits({ before, after }: Pair<DecidingSettings>): readonly RuleEdit[] {
  const settings = [
    { name: 'propers and repacks', from: before.propersAndRepacks, to: after.propersAndRepacks },
    {
      name: 'season pack upgrade',
      from: packText(before.seasonPackUpgrade),
      to: packText(after.seasonPackUpgrade),
    },
  ];
  return settings.filter(({ from, to }) => from !== to).map((edit) => ({ kind: 'setting', ...edit }));
}

function packText(packs: SeasonPackUpgrade | null): string {
  if (packs === null) return 'none';
  return packs.mode === 'threshold' ? `threshold ${packs.thresholdPercent} %` : packs.mode;
}
