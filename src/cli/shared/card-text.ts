import { partition } from '../../lib/partition.ts';
import { cutoffLabel } from '../../model/cutoff-state.ts';
import { partLabel } from '../../model/part.ts';
import type { ExplainedFile, ExplainedRelease } from '../../pipeline/explain.ts';
import type { CardFormat, FileCard } from '../../scoring/card/card.ts';
import { describeReason } from '../../scoring/decision/describe-reason.ts';
import { describeShutWay, describeWay } from '../../scoring/describe-needed.ts';
import { cut, endToEnd, signed } from './columns.ts';
import { localDay } from './local-time.ts';
import { timelineLines } from './timeline-text.ts';
import { count, fileSize } from './words.ts';

/** Near misses that are shown without `--all`. */
const missesShown = 5;

/** How a card is laid out. */
export interface CardOptions {
  /** `radarr`, as the person calls the instance. */
  readonly address: string;
  readonly all: boolean;
}

/** A file's card for a terminal, line by line, 80 columns wide. */
export function fileCardLines(
  { file, past, ...explained }: ExplainedFile,
  options: CardOptions,
): readonly string[] {
  const card = explained.card();
  const { profile } = file;
  const { bestSeen, bound, verdict } = card.ceiling;
  const seen = bestSeen === null ? '' : `best seen ${count(bestSeen)} · `;
  const unreachable = verdict === 'unreachable' ? ', unreachable' : '';
  return [
    endToEnd(titleOf(card), `${options.address} · ${profile.name}`),
    file.relativePath,
    `${qualityOf(card)} · ${fileSize(file.sizeBytes)} · added ${localDay(file.dateAdded)}`,
    '',
    endToEnd(
      `score  ${count(file.score)} of ${count(profile.cutoffFormatScore)}`,
      `${seen}bound ${count(bound.score)}${unreachable}`,
    ),
    ...formatLines(card, options),
    ...doubtLines(card),
    '',
    ...neededLines(card),
    ...timelineLines(past, options),
  ];
}

/** `Metropolis (1927)`, `The Wire S01E02`. */
export function titleOf({ file: { item, part } }: Pick<FileCard, 'file'>): string {
  if (part !== null) return `${item.title} ${partLabel(part)}`;
  return item.year === 0 ? item.title : `${item.title} (${item.year})`;
}

function qualityOf({ file: { quality } }: FileCard): string {
  return quality.revision.version > 1 ? `${quality.name} v${quality.revision.version}` : quality.name;
}

function formatLines({ matched, nearMisses }: FileCard, { all }: CardOptions): readonly string[] {
  const [worth, nothing] = partition(matched, ({ score }) => score !== 0);
  const shown = all ? matched : worth;
  const misses = nearMisses.slice(0, all ? undefined : missesShown);
  const layOut = columnsFor([...shown, ...misses]);
  const hidden = all ? 0 : nothing.length;
  return [
    ...shown.map(layOut),
    ...(hidden === 0 ? [] : [`${' '.repeat(11)}${count(hidden)} more give 0 (--all)`]),
    ...(misses.length === 0 ? [] : ['near misses', ...misses.map(layOut)]),
  ];
}

/** Columns as wide as they must be, in all 80. */
function columnsFor(formats: readonly CardFormat[]): (format: CardFormat) => string {
  const digits = Math.max(5, ...formats.map(({ score }) => Math.abs(score).toLocaleString('en-US').length));
  const names = Math.min(24, Math.max(...formats.map(({ name }) => name.length)));
  const wanted = Math.min(20, Math.max(...formats.map(({ telling }) => telling.wanted.length)));
  const room = 80 - digits - names - wanted - 10;
  return ({ name, score, telling }) => {
    const columns = [
      `  ${signed(score, digits)}`,
      cut(name, names).padEnd(names),
      cut(telling.wanted, wanted).padEnd(wanted),
      cut(telling.found, Math.max(12, room)),
    ];
    return columns.join('  ').trimEnd();
  };
}

function doubtLines({ doubts }: FileCard): readonly string[] {
  if (doubts.length === 0) return [];
  const lines = doubts.map(
    ({ format, server, because }) => `  ${format}: ${server}, says the server; ${because}`,
  );
  return ['not explained here', ...lines];
}

function neededLines({ file, state, needed }: FileCard): readonly string[] {
  const server = file.service === 'radarr' ? 'Radarr' : 'Sonarr';
  const would = needed.ways.length === 0 ? 'take nothing' : 'still take';
  return [
    `${cutoffLabel(state)}: ${server} would ${would}`,
    ...needed.ways.map((way) => `  ${describeWay(way)}`),
    ...needed.shut.map((way) => `  ${describeShutWay(way)}`),
  ];
}

/** A release's card for a terminal. */
export function releaseCardLines({ card }: ExplainedRelease, options: CardOptions): readonly string[] {
  const { item, profile, formats, score, parsed, files, reasons, problems } = card;
  const [worth, nothing] = partition(formats, (format) => format.score !== 0);
  const shown = options.all ? [...worth, ...nothing] : worth;
  const digits = Math.max(5, ...shown.map((format) => Math.abs(format.score).toLocaleString('en-US').length));
  return [
    endToEnd(
      `${item.title}${item.year === 0 ? '' : ` (${item.year})`}`,
      `${options.address} · ${profile.name}`,
    ),
    card.title,
    `${parsed.quality.name} · ${sizeOf(parsed.sizeBytes)} · as ${server(parsed.service)} takes the name apart`,
    '',
    `score  ${count(score)}`,
    ...shown
      .toSorted((a, b) => b.score - a.score)
      .map((format) => `  ${signed(format.score, digits)}  ${format.name}`.trimEnd()),
    ...(shown.length < formats.length
      ? [`${' '.repeat(11)}${count(nothing.length)} more give 0 (--all)`]
      : []),
    ...problems.map((problem) => `  not evaluated: ${problem}`),
    '',
    ...files.map((file) => `on disk  ${file.quality.name} · ${count(file.score)} · ${file.relativePath}`),
    ...(files.length === 0 ? ['on disk  nothing'] : []),
    ...verdictLines(reasons.map(describeReason), server(parsed.service)),
  ];
}

function verdictLines(reasons: readonly string[], name: string): readonly string[] {
  const unseen = 'size limits, age, queue and history are not looked at';
  if (reasons.length === 0) return [`${name} would take it (${unseen})`];
  return [`${name} would refuse it`, ...new Set(reasons.map((reason) => `  ${reason}`))];
}

function server(service: 'radarr' | 'sonarr'): string {
  return service === 'radarr' ? 'Radarr' : 'Sonarr';
}

function sizeOf(bytes: number): string {
  return bytes === 0 ? 'size unknown (--size)' : fileSize(bytes);
}
