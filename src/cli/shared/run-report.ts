import { join } from 'node:path';
import { z } from 'zod';
import { counted } from '../../lib/count.ts';
import { AppError } from '../../lib/errors.ts';
import { redactionKey } from '../../lib/redaction-key.ts';
import type { Report } from '../../model/report.ts';
import { type Effects, realEffects } from '../../pipeline/effects.ts';
import { keepNewest, pointLatest } from '../../pipeline/kept-outputs.ts';
import { makeReport } from '../../pipeline/make-report.ts';
import { openLibrary } from '../../pipeline/open-library.ts';
import { openStoreFor } from '../../pipeline/open-store.ts';
import { redactedLibrary } from '../../pipeline/redacted-library.ts';
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
import type { Talk } from './talk.ts';
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
  name: z.string().regex(/^[^/\\]+$/, 'is a name, not a path'),
  latest: z.boolean().default(false),
  keep: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'is a whole number from 1 on')
    .optional(),
  redact: z.boolean().default(false),
  full: z.boolean().default(false),
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
  const library = flags.redact ? redactedLibrary(found.library, redactionKey(config.secrets)) : found.library;
  const report = makeReport(library, { names: null, now, since: flags.since, isNarrowed: false });
  await writeAll(report, flags, { now, talk, signal: context.signal });
  const isBroken = sayGates(flags.gates, report, talk);
  if (!found.isWhole || collectExitCode(collected) !== exitCode.ok) return exitCode.partial;
  return isBroken ? exitCode.gate : exitCode.ok;
}

interface Writing {
  readonly now: Date;
  readonly talk: Talk;
  readonly signal: AbortSignal;
}

async function writeAll(report: Report, flags: ReportFlags, { now, talk, signal }: Writing): Promise<void> {
  const { formats, out: folder, template, redact: isRedacted, full: isFull } = flags;
  const name = template.replaceAll('{date}', dayWords(now));
  const written = await writeReport({ report, formats, folder, name, signal, isRedacted, isFull });
  for (const { file, rows, bytes } of written) {
    talk.say('info', `→ ${join(folder, file)}  ${counted(rows, 'row')}  ${fileSize(bytes)}`);
  }
  const files = written.map(({ file }) => file);
  if (flags.latest) await pointLatest(folder, name, files);
  const gone = flags.keep === null ? [] : await keepNewest(folder, template, flags.keep);
  for (const file of gone) talk.say('detail', `removed ${join(folder, file)}`);
}

interface ReportFlags {
  readonly formats: readonly string[];
  readonly out: string;
  /** `arr-score-{date}` */
  readonly template: string;
  readonly latest: boolean;
  /** null: everything. */
  readonly keep: number | null;
  readonly redact: boolean;
  readonly full: boolean;
  readonly since: Date;
  readonly gates: readonly Gate[];
}

function readFlags(raw: unknown, effects: Effects): ReportFlags {
  const parsed = Flags.safeParse(raw);
  if (!parsed.success) throw badFlag(parsed.error.issues[0]);
  const { format, out, since, failOn, name, latest, keep, redact, full } = parsed.data;
  const formats = [...new Set(format.split(',').map((name) => name.trim()))];
  checkFormats(formats);
  const from = readSince(since, effects.now());
  if (from === null) {
    throw new AppError(`--since: "${since}" is no time`, {
      code: 'config',
      hint: 'Write an age, 7d, or a day, 2026-11-01.',
    });
  }
  return {
    ...{ formats, out, since: from, gates: readGates(failOn), template: name, latest, redact, full },
    keep: keep === undefined ? null : Number(keep),
  };
}

function badFlag(issue: z.core.$ZodIssue | undefined): AppError {
  const name = String(issue?.path[0] ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new AppError(`--${name} ${issue?.message}`, { code: 'config', hint: 'Ask with --help.' });
}
