import { isMonitored } from '../../../../model/media-file.ts';
import { describeShutWay, describeWay } from '../../../../scoring/describe-needed.ts';
import { type Needed, needed } from '../../../../scoring/needed.ts';
import { escapeMarkdown } from '../../../shared/escape-markdown.ts';
import { texts } from './messages.ts';
import type { Numbers } from './numbers.ts';
import type { PageModel } from './page-model.ts';

type File = PageModel['files'][number];

/** One step of the answer to: would the server take a better release? */
export interface DecisionStep {
  readonly isStop: boolean;
  readonly text: string;
}

/** What a release must bring, under the settings of the file's server. */
export function neededBy({ report }: PageModel, file: File): Needed {
  const instance = report.library.instances.find(
    (one) => one.instance.name === file.instance && one.instance.service === file.service,
  );
  const propersAndRepacks = instance?.rules.settings.propersAndRepacks ?? 'preferAndUpgrade';
  return needed({ profile: file.profile, file, propersAndRepacks });
}

/** The way of the decision, step by step. */
export function decisionSteps(model: PageModel, file: File, numbers: Numbers): readonly DecisionStep[] {
  const { profile, score } = file;
  const what = file.part === null ? texts.movie : texts.episode;
  const { ways, shut } = neededBy(model, file);
  const isBelow = profile.upgradeAllowed && score < profile.minFormatScore;
  const minimum = numbers.count(profile.minFormatScore);
  return [
    profile.upgradeAllowed
      ? { isStop: false, text: texts.upgradesOn(profile.name) }
      : { isStop: true, text: texts.upgradesOff(profile.name) },
    isMonitored(file)
      ? { isStop: false, text: texts.isMonitored(what) }
      : { isStop: true, text: texts.notMonitored(what) },
    ...ways.map((way) => ({ isStop: false, text: texts.taken(describeWay(way)) })),
    ...shut.map((way) => ({ isStop: true, text: texts.refused(describeShutWay(way)) })),
    ...(isBelow ? [{ isStop: true, text: texts.minimumStop(minimum) }] : []),
  ];
}

/** One format less makes a file meet its minimum or its cutoff: the heaviest negative one. */
export interface Culprit {
  readonly name: string;
  readonly scoreWithout: number;
}

/** The format whose minus weighs most; null where none takes points. */
export function culpritOf({ formats, score }: File): Culprit | null {
  const worst = formats.toSorted((a, b) => a.score - b.score)[0];
  return worst === undefined || worst.score >= 0
    ? null
    : { name: worst.name, scoreWithout: score - worst.score };
}

/** Where the scores of a profile lie. */
export interface ProfileSpread {
  readonly p25: number;
  readonly p75: number;
  readonly best: number;
  readonly lowest: number;
}

/** The spread of the files that share a profile and an instance with this one. */
export function spreadOf({ files }: PageModel, file: File): ProfileSpread {
  const isSame = (other: File): boolean =>
    other.profile.id === file.profile.id &&
    other.instance === file.instance &&
    other.service === file.service;
  const scores = files.filter(isSame).map(({ score }) => score);
  const sorted = Float64Array.from(scores).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? file.score;
  return { p25: at(0.25), p75: at(0.75), best: at(1), lowest: at(0) };
}

/** A file's card as Markdown, for a chat or an issue. */
export function cardAsMarkdown(model: PageModel, file: File, numbers: Numbers): string {
  const { profile, score, formats, item } = file;
  const lines = formats
    .filter((format) => format.score !== 0)
    .toSorted((a, b) => b.score - a.score)
    .map((format) => `- ${numbers.signed(format.score)} ${escapeMarkdown(format.name)}`);
  return [
    `**${escapeMarkdown(item.title)}** (${item.year}) · ${escapeMarkdown(profile.name)} · ${file.quality.name}`,
    '',
    `Score **${numbers.count(score)}** of ${numbers.count(profile.cutoffFormatScore)}`,
    '',
    ...lines,
    '',
    ...decisionSteps(model, file, numbers).map(({ text }) => `- ${escapeMarkdown(text)}`),
  ].join('\n');
}
