import { redactionKey } from '../../lib/redaction-key.ts';
import type { Report } from '../../model/report.ts';
import { realEffects } from '../../pipeline/effects.ts';
import { judgeGate } from '../../pipeline/gates.ts';
import { makeReport } from '../../pipeline/make-report.ts';
import { openLibrary } from '../../pipeline/open-library.ts';
import { openStoreFor } from '../../pipeline/open-store.ts';
import { redactedLibrary } from '../../pipeline/redacted-library.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { collectAloud } from './collect-aloud.ts';
import { collectExitCode } from './collected-lines.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { planOutputs } from './planned-outputs.ts';
import { sayGates } from './read-gates.ts';
import { readReportFlags } from './report-flags.ts';
import { sayMissing } from './say-missing.ts';
import { sayWarnings } from './say-warnings.ts';
import { selectInstances } from './select-instances.ts';
import { writePlanned } from './write-planned.ts';

/** What the person typed. */
export interface ReportCall {
  readonly addresses: readonly string[];
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

/** Collects, analyses, writes every output, judges the gates: one call for cron. @throws {AppError} */
export async function runReport(call: ReportCall, context: CommandContext): Promise<ExitCode> {
  const effects = realEffects(context.signal);
  const flags = readReportFlags(call.flags, effects.now());
  const config = await configFor(call.global, context);
  const outputs = planOutputs(config.outputs, flags.asked);
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
  const key = redactionKey(config.secrets);
  const reportOf = (isRedacted: boolean): Report => {
    const library = isRedacted ? redactedLibrary(found.library, key) : found.library;
    return makeReport(library, { names: null, now, since: flags.since, isNarrowed: false });
  };
  const report = await writePlanned(outputs, reportOf, { now, talk, signal: context.signal });
  const isBroken = sayGates(flags.gates, (gate) => judgeGate(gate, report), talk);
  if (!found.isWhole || collectExitCode(collected) !== exitCode.ok) return exitCode.partial;
  return isBroken ? exitCode.gate : exitCode.ok;
}
