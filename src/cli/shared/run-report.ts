import { join } from 'node:path';
import { z } from 'zod';
import { counted } from '../../lib/count.ts';
import { AppError } from '../../lib/errors.ts';
import { type Effects, realEffects } from '../../pipeline/effects.ts';
import { makeReport } from '../../pipeline/make-report.ts';
import { openLibrary } from '../../pipeline/open-library.ts';
import { openStoreFor } from '../../pipeline/open-store.ts';
import { checkFormats, writeReport } from '../../pipeline/write-report.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { dayWords } from './cell-words.ts';
import { collectAloud } from './collect-aloud.ts';
import { collectExitCode } from './collected-lines.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { type Gate, readGates, sayGates } from './read-gates.ts';
import { sayMissing } from './say-missing.ts';
import { sayWarnings } from './say-warnings.ts';
import { selectInstances } from './select-instances.ts';
import { readSince } from './since.ts';
import { fileSize } from './words.ts';

/** What the person typed. */
export interface ReportCall {
  readonly addresses: readonly string[];
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

const Flags = z.object({
  format: z.string(),
  out: z.string().min(1),
  since: z.string(),
  failOn: z.array(z.string()).default([]),
});

/** Collects, analyses, writes every output, judges the gates: one call for cron. @throws {AppError} */
export async function runReport(call: ReportCall, context: CommandContext): Promise<ExitCode> {
  const effects = realEffects(context.signal);
  const flags = readFlags(call.flags, effects);
  const config = await configFor(call.global, context);
  const instances = selectInstances(config.instances, { addresses: call.addresses, service: null });
  const talk = await openTalk(call.global, context, config.secrets);
  sayWarnings(config.warnings, talk);
  await using store = await openStoreFor(config, 'collect');
  const collected = await collectAloud(
    {
      instances,
      proxy: config.proxy,
      store,
      plan: null,
      acceptNewServer: false,
      withHistory: true,
      talk,
      terminal: context.terminal,
      mayDraw: !call.global.quiet && !call.global.verbose,
    },
    effects,
  );
  const found = await openLibrary(store, instances);
  sayMissing(found, instances, talk);
  const now = effects.now();
  const report = makeReport(found.library, { names: null, now, since: flags.since, isNarrowed: false });
  const { formats, out } = flags;
  const name = `arr-score-${dayWords(now)}`;
  const written = await writeReport({ report, formats, folder: out, name, signal: context.signal });
  for (const { file, rows, bytes } of written) {
    talk.say('info', `→ ${join(out, file)}  ${counted(rows, 'row')}  ${fileSize(bytes)}`);
  }
  const isBroken = sayGates(flags.gates, report, talk);
  if (!found.isWhole || collectExitCode(collected) !== exitCode.ok) return exitCode.partial;
  return isBroken ? exitCode.gate : exitCode.ok;
}

interface ReportFlags {
  readonly formats: readonly string[];
  readonly out: string;
  readonly since: Date;
  readonly gates: readonly Gate[];
}

function readFlags(raw: unknown, effects: Effects): ReportFlags {
  const { format, out, since, failOn } = Flags.parse(raw);
  const formats = [...new Set(format.split(',').map((name) => name.trim()))];
  checkFormats(formats);
  const from = readSince(since, effects.now());
  if (from === null) {
    throw new AppError(`--since: "${since}" is no time`, {
      code: 'config',
      hint: 'Write an age, 7d, or a day, 2026-11-01.',
    });
  }
  return { formats, out, since: from, gates: readGates(failOn) };
}
