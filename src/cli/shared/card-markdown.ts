import { cutoffLabel } from '../../model/cutoff-state.ts';
import type { ExplainedFile, ExplainedRelease } from '../../pipeline/explain.ts';
import type { CardFormat } from '../../scoring/card/card.ts';
import { describeReason } from '../../scoring/decision/describe-reason.ts';
import { describeShutWay, describeWay } from '../../scoring/describe-needed.ts';
import { type CardOptions, titleOf } from './card-text.ts';
import { count, fileSize } from './words.ts';

/** A file's card to paste into a support thread. */
export function fileCardMarkdown(
  { file, ...explained }: ExplainedFile,
  { address, all }: CardOptions,
): string {
  const card = explained.card();
  const { profile, quality } = file;
  const matched = card.matched.filter(({ score }) => all || score !== 0);
  return joined([
    `### ${escaped(titleOf(card))}`,
    `${escaped(address)} · ${escaped(profile.name)} · ${quality.name} · ${fileSize(file.sizeBytes)}  `,
    code(file.relativePath),
    `**${count(file.score)}** of ${count(profile.cutoffFormatScore)} · bound ${count(card.ceiling.bound.score)} · ${cutoffLabel(card.state)}`,
    table(matched),
    ...(card.nearMisses.length === 0 ? [] : ['Near misses', table(card.nearMisses)]),
    [...card.needed.ways.map(describeWay), ...card.needed.shut.map(describeShutWay)]
      .map((line) => `- ${escaped(line)}`)
      .join('\n'),
  ]);
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
