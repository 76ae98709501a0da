import { cutoffLabel } from '../../model/cutoff-state.ts';
import type { ExplainedFile, ExplainedRelease } from '../../pipeline/explain.ts';
import type { Past } from '../../pipeline/recall.ts';
import type { CardFormat, FileCard } from '../../scoring/card/card.ts';
import { describeReason } from '../../scoring/decision/describe-reason.ts';
import { describeShutWay, describeWay } from '../../scoring/describe-needed.ts';
import { type CardOptions, titleOf } from './card-text.ts';
import { signed } from './columns.ts';
import { localDay } from './local-time.ts';
import { timelineRows } from './timeline-rows.ts';
import { count, fileSize } from './words.ts';

/** A file's card to paste into a support thread. */
export function fileCardMarkdown(
  { file, past, ...explained }: ExplainedFile,
  { address, all }: CardOptions,
): string {
  const card = explained.card();
  const { profile, quality } = file;
  const matched = card.matched.filter(({ score }) => all || score !== 0);
  return joined([
    `### ${escaped(titleOf(card))}`,
    `${escaped(address)} · ${escaped(profile.name)} · ${quality.name} · ${fileSize(file.sizeBytes)}  `,
    code(file.relativePath),
    `**${count(file.score)}** of ${count(profile.cutoffFormatScore)} · ${seenOf(card)}bound ${count(card.ceiling.bound.score)} · ${cutoffLabel(card.state)}`,
    table(matched),
    ...(card.nearMisses.length === 0 ? [] : ['Near misses', table(card.nearMisses)]),
    [...card.needed.ways.map(describeWay), ...card.needed.shut.map(describeShutWay)]
      .map((line) => `- ${escaped(line)}`)
      .join('\n'),
    ...timelineParagraphs(past),
  ]);
}

function seenOf({ ceiling: { bestSeen } }: FileCard): string {
  return bestSeen === null ? '' : `best seen ${count(bestSeen)} · `;
}

function timelineParagraphs(past: Past | null): readonly string[] {
  const rows = timelineRows(past?.timeline ?? []).map(({ at, score, difference, words, release }) => {
    const what = release === null ? escaped(words) : `${escaped(words)}: ${code(release)}`;
    return `| ${localDay(at)} | ${score === null ? '' : count(score)} | ${signed(difference, 0).trim()} | ${what} |`;
  });
  if (rows.length === 0) return [];
  return ['Timeline', ['| day | score | change | what |', '| --- | ---: | ---: | --- |', ...rows].join('\n')];
}

/** A release's card to paste into a support thread. */
export function releaseCardMarkdown({ card }: ExplainedRelease, { address, all }: CardOptions): string {
  const { item, profile, score, reasons, title, files } = card;
  const formats = card.formats.filter((format) => all || format.score !== 0);
  const rows = formats.map(({ name, score: points }) => `| ${count(points)} | ${escaped(name)} |`);
  const verdict = reasons.length === 0 ? ['would be taken'] : reasons.map(describeReason);
  return joined([
    `### ${escaped(item.title)}`,
    `${escaped(address)} · ${escaped(profile.name)}  `,
    code(title),
    `**${count(score)}**${files.map((file) => `, on disk ${count(file.score)} (${file.quality.name})`).join('')}`,
    ['| score | format |', '| ---: | --- |', ...rows].join('\n'),
    verdict.map((line) => `- ${escaped(line)}`).join('\n'),
  ]);
}

function table(formats: readonly CardFormat[]): string {
  const rows = formats.map(
    ({ name, score, telling }) =>
      `| ${count(score)} | ${escaped(name)} | ${code(telling.wanted)} | ${escaped(telling.found)} |`,
  );
  return ['| score | format | condition | found |', '| ---: | --- | --- | --- |', ...rows].join('\n');
}

function joined(paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

/** In a table a bar would end the cell, even within code. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').replaceAll(/\s/g, ' ')}\``;
}

/** Titles come from strangers: nothing in them is markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#|~]/g, String.raw`\$&`).replaceAll(/\s/g, ' ');
}
