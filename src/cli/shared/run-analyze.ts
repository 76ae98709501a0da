import { counted } from '../../lib/count.ts';
import { AppError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Filter } from '../../model/filter/filter.ts';
import { filterMatcher } from '../../model/filter/filter-matcher.ts';
import type { Library } from '../../model/library.ts';
import type { Report } from '../../model/report.ts';
import { reportCsv, reportJson, reportMarkdown } from '../../pipeline/draw-report.ts';
import { realEffects } from '../../pipeline/effects.ts';
import { analysesOf, judgeGate } from '../../pipeline/gates.ts';
import { libraryFields } from '../../pipeline/library-fields.ts';
import { makeReport } from '../../pipeline/make-report.ts';
import { narrowLibrary } from '../../pipeline/narrow-library.ts';
import { openLibrary } from '../../pipeline/open-library.ts';
import { openStoreFor } from '../../pipeline/open-store.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { type AnalyzeFlags, readAnalyzeFlags } from './analyze-flags.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { sayGates } from './read-gates.ts';
import { digestText, sectionText } from './report-text.ts';
import { sayMissing } from './say-missing.ts';
import { sayWarnings } from './say-warnings.ts';
import { selectInstances } from './select-instances.ts';

/** What the person typed. */
export interface AnalyzeCall {
  readonly names: readonly string[];
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

/** Asks the analyses about the library, draws what they say, judges the gates. @throws {AppError} */
export async function runAnalyze(call: AnalyzeCall, context: CommandContext): Promise<ExitCode> {
  const effects = realEffects(context.signal);
  const flags = readAnalyzeFlags(call.names, call.flags, effects.now());
  const config = await configFor(call.global, context);
  const instances = selectInstances(config.instances, { addresses: flags.instances, service: null });
  const talk = await openTalk(call.global, context, config.secrets);
  sayWarnings(config.warnings, talk);
  await using store = await openStoreFor(config, 'read');
  const opened = await openLibrary(store, instances);
  sayMissing(opened, instances, talk);
  const now = effects.now();
  const library = narrowed(opened.library, flags.filter, now);
  if (library.files.length === 0 && opened.library.files.length > 0) {
    const all = counted(opened.library.files.length, 'file');
    talk.say('warning', `no file passes the filter; without it there are ${all}`);
  }
  const report = reportOn(library, flags, now);
  const { columns } = context.terminal.stdout;
  context.terminal.stdout.write(await drawn(shownPart(report, flags), flags, Math.min(columns ?? 80, 100)));
  const isBroken = sayGates(flags.gates, (gate) => judgeGate(gate, report), talk);
  if (!opened.isWhole) return exitCode.partial;
  return isBroken ? exitCode.gate : exitCode.ok;
}

function narrowed(library: Library, filter: Filter, now: Date): Library {
  const matches = filter.conditions.length > 0 ? filterMatcher(filter, libraryFields, now) : null;
  return narrowLibrary(library, { instanceKeys: null, matches });
}

/** The analyses that are asked for, and those that gates need. */
function reportOn(library: Library, { names, filter, since, gates }: AnalyzeFlags, now: Date): Report {
  const needed = analysesOf(gates.map((gate) => gate.filter));
  return makeReport(library, {
    names: names === null ? null : [...names, ...needed],
    now,
    since,
    isNarrowed: filter.conditions.length > 0,
  });
}

/** Without what only gates need. @throws {AppError} code `config` for a block that is not there */
function shownPart(report: Report, { names, block }: AnalyzeFlags): Report {
  const sections = report.sections.filter(({ name }) => names === null || names.includes(name));
  const blocks = sections.flatMap((section) => section.blocks.map(({ name }) => name));
  if (block !== null && !blocks.includes(block)) throw unknownBlock(block, blocks);
  return { ...report, sections };
}

function unknownBlock(block: string, blocks: readonly string[]): AppError {
  const guess = nearest(block, blocks);
  const hint = guess === null ? `Blocks: ${blocks.join(', ')}.` : `Did you mean "${guess}"?`;
  return new AppError(`there is no block "${block}"`, { code: 'config', hint });
}

async function drawn(
  report: Report,
  { names, block, format, isWhole }: AnalyzeFlags,
  width: number,
): Promise<string> {
  if (format === 'csv') return reportCsv(report, block);
  const part = block === null ? report : onlyBlock(report, block);
  if (format === 'json') return reportJson(part);
  if (format === 'markdown') return reportMarkdown(part);
  if (names === null) return digestText(report, width);
  return report.sections.map((section) => sectionText(section, { width, isWhole, block })).join('\n');
}

function onlyBlock(report: Report, block: string): Report {
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter(({ name }) => name === block),
  }));
  return { ...report, sections };
}
