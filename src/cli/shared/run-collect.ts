import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { services } from '../../model/service.ts';
import { realEffects } from '../../pipeline/effects.ts';
import { openStoreFor } from '../../pipeline/open-store.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { collectAloud } from './collect-aloud.ts';
import { collectExitCode } from './collected-lines.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { sayWarnings } from './say-warnings.ts';
import { selectInstances } from './select-instances.ts';

/** What the person typed. */
export interface CollectCall {
  readonly addresses: readonly string[];
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

const Flags = z.object({
  service: z.enum(services).optional(),
  read: z.enum(['asked', 'carried']).optional(),
  acceptNewServer: z.boolean().default(false),
  backfill: z.boolean().default(true),
});

/** Collects what the configuration names, and says what changed. @throws {AppError} */
export async function runCollect(call: CollectCall, context: CommandContext): Promise<ExitCode> {
  const { addresses, global } = call;
  const { service, read, acceptNewServer, backfill } = readFlags(call.flags);
  const config = await configFor(global, context);
  const instances = selectInstances(config.instances, { addresses, service: service ?? null });
  const talk = await openTalk(global, context, config.secrets);
  sayWarnings(config.warnings, talk);
  const effects = realEffects(context.signal);
  await using store = await openStoreFor(config, 'collect');
  const collected = await collectAloud(
    {
      instances,
      proxy: config.proxy,
      store,
      plan: read ?? null,
      acceptNewServer,
      withHistory: backfill,
      talk,
      terminal: context.terminal,
      mayDraw: !global.quiet && !global.verbose,
    },
    effects,
  );
  return collectExitCode(collected);
}

function readFlags(raw: unknown): z.infer<typeof Flags> {
  const parsed = Flags.safeParse(raw);
  if (parsed.success) return parsed.data;
  const flag = String(parsed.error.issues[0]?.path[0]);
  const takes = flag === 'read' ? 'asked or carried' : services.join(' or ');
  throw new AppError(`--${flag} takes ${takes}`, { code: 'config', hint: 'Ask with --help.' });
}
