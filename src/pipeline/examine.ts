import { ArrError } from '../arr/arr-error.ts';
import { handsOutKey } from '../arr/keyless.ts';
import type { InstanceConfig } from '../config/config.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import type { Server } from '../model/server.ts';
import { openClient, type ReadContext, readServer } from './read-instance.ts';
import type { TellReading } from './reading-event.ts';
import { exporters } from './registry.ts';

/** What the doctor found out about one instance. */
export type Examined =
  | {
      readonly ok: true;
      readonly server: Server;
      /** How long a small call takes when the connection is there. */
      readonly callMs: number;
      readonly profiles: number;
      readonly formats: number;
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly failure: ArrFailure };

/** Something worth knowing about a server that works. */
export interface Finding {
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** What a look at a server needs besides its configuration. */
export type ExamineContext = Pick<ReadContext, 'effects' | 'proxy' | 'tell'>;

/** Asks one server for everything but its items. Its failure is a result. */
export async function examine(config: InstanceConfig, context: ExamineContext): Promise<Examined> {
  const { effects, proxy } = context;
  const findings: Finding[] = [];
  let { baseUrl } = config;
  const tell: TellReading = (instance, event) => {
    if (event.kind === 'talk' && event.event.kind === 'url-base-found') {
      baseUrl = event.event.baseUrl;
      findings.push(urlBaseFinding(baseUrl));
    } else context.tell(instance, event);
  };
  try {
    await using client = openClient(config, { effects, proxy, tell });
    await readServer(client, config);
    const since = effects.elapsedMs();
    const server = await readServer(client, config);
    const callMs = effects.elapsedMs() - since;
    const rules = await exporters[config.service].rules(client);
    if (await handsOutKey({ ...config, baseUrl, proxy }, effects.signal)) findings.push(openKeyFinding);
    return {
      ok: true,
      server,
      callMs,
      profiles: rules.profiles.length,
      formats: rules.formats.length,
      findings,
    };
  } catch (error) {
    effects.signal.throwIfAborted();
    if (error instanceof ArrError) return { ok: false, failure: error.failure };
    throw error;
  }
}

function urlBaseFinding(baseUrl: string): Finding {
  return { message: 'the server has a url base that base_url lacks', mend: `write base_url: ${baseUrl}` };
}

const openKeyFinding: Finding = {
  message: 'the server gives its API key to anybody who can reach it, without a login',
  mend: 'Settings, General, Security, Authentication: choose Forms',
};
