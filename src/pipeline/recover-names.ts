import type { InstanceConfig } from '../config/config.ts';
import { readNameTraces } from '../exporters/shared/name-traces.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Reading } from '../model/reading.ts';
import { createFormatMatcher } from '../scoring/matching/format-matcher.ts';
import { recoverInputs } from '../scoring/recovery/recover-inputs.ts';
import { createNameRecovery } from '../scoring/recovery/recover-name.ts';
import { patternGuard } from './pattern-guard.ts';
import { asResult, type SomeContext } from './read-some.ts';

/**
 * Files with the names that Sonarr's API hides, as far as its history tells them and its own formats agree. Radarr
 * hides none. Where the history cannot be read, files stay as they are and count as incomplete.
 */
export async function* withRecoveredNames(
  reading: Pick<Reading, 'rules' | 'server' | 'files'>,
  config: InstanceConfig,
  context: SomeContext,
): AsyncGenerator<readonly MediaFile[]> {
  if (config.service === 'radarr') {
    yield* reading.files();
    return;
  }
  const traces = await asResult(config, context, (client) => readNameTraces(client));
  const tools = {
    recovery: createNameRecovery('ok' in traces ? [] : traces),
    matcher: createFormatMatcher(reading.rules.formats, config.service),
    isWindows: reading.server.isWindows,
    guard: patternGuard(),
  };
  for await (const batch of reading.files()) yield recoverInputs(batch, tools).map(({ file }) => file);
}
