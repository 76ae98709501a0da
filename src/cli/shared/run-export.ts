import { join } from 'node:path';
import { partition } from '../../lib/partition.ts';
import { describeFailure } from '../../model/arr-failure.ts';
import { describeOddity, isDoubt } from '../../model/describe-oddity.ts';
import { instanceAddress } from '../../model/instance.ts';
import type { Effects } from '../../pipeline/effects.ts';
import { type Exported, type ExportRequest, exportFiles } from '../../pipeline/export.ts';
import { type ExitCode, exitCode, type Terminal } from '../command.ts';
import type { Talk } from './talk.ts';
import { watchReading } from './watch-reading.ts';
import { counted, fileSize } from './words.ts';

/** An export, and who hears about it. */
export interface ExportTalkRequest extends Omit<ExportRequest, 'tell'> {
  readonly talk: Talk;
  readonly terminal: Terminal;
  /** Whether bars are wanted where somebody watches. */
  readonly mayDraw: boolean;
}

/** Exports, with bars or lines on the way and a summary at the end. */
export async function runExport(request: ExportTalkRequest, effects: Effects): Promise<ExitCode> {
  const exported = await exportWithBars(request, effects);
  sayProblems(exported, request);
  sayWritten(exported, request);
  const peak = process.resourceUsage().maxRSS * 1024;
  request.talk.say('detail', `peak memory ${fileSize(peak)}`);
  return exported.isWhole ? exitCode.ok : exitCode.partial;
}

async function exportWithBars(request: ExportTalkRequest, effects: Effects): Promise<Exported> {
  using watched = await watchReading(request, effects);
  return await exportFiles({ ...request, tell: watched.tell }, effects);
}

/** Items named one by one, at most; all of them are in the run file. */
const namedAtMost = 10;

function sayProblems({ results }: Exported, { talk, instances }: ExportTalkRequest): void {
  for (const result of results) {
    if (result.ok) sayDoubts(result, instanceAddress(result, instances), talk);
  }
}

type Read = Exported['results'][number] & { readonly ok: true };

function sayDoubts({ skipped, oddities }: Read, address: string, talk: Talk): void {
  const [doubts, curious] = partition(oddities, isDoubt);
  const lines = [
    ...skipped.map(({ title, failure }) => `${title} could not be read: ${describeFailure(failure)}`),
    ...doubts.map(describeOddity),
  ];
  for (const line of lines.slice(0, namedAtMost)) talk.say('warning', `${address}: ${line}`);
  const more = lines.length - namedAtMost;
  if (more > 0) talk.say('warning', `${address}: and ${more} more, all in the run file`);
  for (const oddity of curious) talk.say('detail', `${address}: ${describeOddity(oddity)}`);
}

function sayWritten({ results, written, files, isWhole }: Exported, { talk, out }: ExportTalkRequest): void {
  for (const { file, rows, bytes } of written) {
    const path = out.kind === 'folder' ? join(out.path, file) : file;
    talk.say('info', `→ ${path}  ${counted(rows, 'file')}  ${fileSize(bytes)}`);
  }
  const read = results.filter(({ ok }) => ok).length;
  if (isWhole) talk.say('info', `sums checked, all equal to the servers' scores`);
  else
    talk.say(
      'warning',
      `${read} of ${counted(results.length, 'instance')} read; ${counted(files, 'file')} written`,
    );
}
