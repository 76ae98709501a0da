import { redactionKey } from '../../lib/redaction-key.ts';
import { realEffects } from '../../pipeline/effects.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { configFor } from './config-for.ts';
import { readExportFlags } from './export-flags.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { runExport } from './run-export.ts';
import { sayWarnings } from './say-warnings.ts';
import { selectInstances } from './select-instances.ts';

/** What the person typed. */
export interface ExportCall {
  readonly addresses: readonly string[];
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

/** Exports what the configuration names. @throws {AppError} */
export async function exportFromConfig(call: ExportCall, context: CommandContext): Promise<ExitCode> {
  const { addresses, global } = call;
  const { out, service, redact, fromStore, ...flags } = readExportFlags(call.flags);
  const config = await configFor(global, context);
  const instances = selectInstances(config.instances, { addresses, service });
  const talk = await openTalk(global, context, config.secrets);
  sayWarnings(config.warnings, talk);
  const { terminal, signal } = context;
  return runExport(
    {
      ...flags,
      instances,
      proxy: config.proxy,
      fromStore: fromStore ? config.store : null,
      out: out === '-' ? { kind: 'stream', sink: terminal.stdout } : { kind: 'folder', path: out },
      redactWith: redact ? redactionKey(config.secrets) : null,
      talk,
      terminal,
      mayDraw: !global.quiet && !global.verbose,
    },
    realEffects(signal),
  );
}
