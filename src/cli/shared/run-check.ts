import type { Config, InstanceConfig } from '../../config/config.ts';
import { describeFailure, hintForFailure } from '../../model/arr-failure.ts';
import { addressesAmong } from '../../model/instance.ts';
import { realEffects } from '../../pipeline/effects.ts';
import { type Examined, examine } from '../../pipeline/examine.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { createReadingTalk } from './reading-talk.ts';
import { selectInstances } from './select-instances.ts';
import { createScrubber } from './talk.ts';
import { count, counted, oneLine } from './words.ts';

/**
 * Looks at the configuration, then at all instances at once, and prints a paragraph each as soon as it and those before
 * it are known.
 *
 * @throws {AppError}
 */
export async function runCheck(
  addresses: readonly string[],
  global: GlobalFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const config = await configFor(global, context);
  const talk = await openTalk(global, context, config.secrets);
  const scrub = createScrubber(config.secrets);
  const print = (line: string): void => void context.terminal.stdout.write(`${scrub(oneLine(line))}\n`);
  const instances = selectInstances(config.instances, { addresses, service: null });
  const labelOf = addressesAmong(instances);
  const width = instances.reduce((most, one) => Math.max(most, labelOf(one).length), 'configuration'.length);
  for (const line of configLines(config, width)) print(line);
  const effects = realEffects(context.signal);
  const tell = createReadingTalk({ talk, bars: null, instances, now: effects.now });
  const examining = instances.map((instance) => ({
    instance,
    found: examine(instance, { effects, proxy: config.proxy, tell }),
  }));
  // Awaited one after the other below: a later one that throws meanwhile is not to end the process.
  void Promise.allSettled(examining.map(({ found }) => found));
  let readable = 0;
  for (const { instance, found } of examining) {
    const examined = await found;
    for (const line of instanceLines(instance, examined, labelOf(instance).padEnd(width))) print(line);
    if (examined.ok) readable += 1;
  }
  print(`${readable} of ${counted(instances.length, 'instance')} can be read`);
  return readable === instances.length ? exitCode.ok : exitCode.partial;
}

function configLines({ source, instances, warnings }: Config, width: number): readonly string[] {
  const from = source.kind === 'file' ? source.path : 'environment variables';
  const warned = warnings.flatMap(({ place, message, hint }) => {
    const where = place === null ? '' : `${place.file}:${place.line}:${place.column} `;
    return [`  ! ${where}${message}`, ...(hint === null ? [] : [`  → ${hint}`])];
  });
  return [`${'configuration'.padEnd(width)}  ${from}, ${counted(instances.length, 'instance')}`, ...warned];
}

function instanceLines(instance: InstanceConfig, examined: Examined, label: string): readonly string[] {
  const indent = ' '.repeat(label.length);
  if (!examined.ok) {
    const { failure } = examined;
    return [
      `${label}  ${instance.baseUrl}`,
      `${indent}  ${describeFailure(failure)}`,
      `${indent}  → ${hintForFailure(failure)}`,
    ];
  }
  const { server, callMs, profiles, formats, findings } = examined;
  return [
    `${label}  ${server.appName} ${server.version} at ${instance.baseUrl}  ok  ${count(Math.round(callMs))} ms`,
    `${indent}  ${counted(profiles, 'profile')}, ${counted(formats, 'custom format')}`,
    ...findings.flatMap(({ message, mend }) => [`${indent}  ! ${message}`, `${indent}  → ${mend}`]),
  ];
}
