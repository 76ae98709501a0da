import { join } from 'node:path';
import { counted } from '../../lib/count.ts';
import type { Report } from '../../model/report.ts';
import { keepNewest, pointLatest } from '../../pipeline/kept-outputs.ts';
import { writeReport } from '../../pipeline/write-report.ts';
import { dayWords } from './cell-words.ts';
import type { PlannedOutput } from './planned-outputs.ts';
import type { Talk } from './talk.ts';
import { fileSize } from './words.ts';

/** What writing needs beside the report. */
export interface Writing {
  readonly now: Date;
  readonly talk: Talk;
  readonly signal: AbortSignal;
}

/**
 * Writes every output, with one report for those that tell names, then one for those that do not.
 *
 * @returns the first report: figures are the same in both
 * @throws {AppError} code `output`
 */
export async function writePlanned(
  outputs: readonly PlannedOutput[],
  reportOf: (isRedacted: boolean) => Report,
  writing: Writing,
): Promise<Report> {
  const isFirstRedacted = outputs.every(({ redact }) => redact);
  const report = reportOf(isFirstRedacted);
  for (const output of outputs.filter(({ redact }) => redact === isFirstRedacted)) {
    await writeOne(report, output, writing);
  }
  const others = outputs.filter(({ redact }) => redact !== isFirstRedacted);
  if (others.length === 0) return report;
  const other = reportOf(!isFirstRedacted);
  for (const output of others) await writeOne(other, output, writing);
  return report;
}

async function writeOne(
  report: Report,
  output: PlannedOutput,
  { now, talk, signal }: Writing,
): Promise<void> {
  const { formats, folder, template, keep, redact: isRedacted, full: isFull } = output;
  const name = template.replaceAll('{date}', dayWords(now));
  const written = await writeReport({ report, formats, folder, name, signal, isRedacted, isFull });
  for (const { file, rows, bytes } of written) {
    talk.say('info', `→ ${join(folder, file)}  ${counted(rows, 'row')}  ${fileSize(bytes)}`);
  }
  const files = written.map(({ file }) => file);
  if (output.latest) await pointLatest(folder, name, files);
  const endings = files.map((file) => file.slice(name.length));
  const gone = keep === null ? [] : await keepNewest(folder, { template, endings, keep });
  for (const file of gone) talk.say('detail', `removed ${join(folder, file)}`);
}
