import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Config } from '../../config/config.ts';
import { loadEdits } from '../../config/load-edits.ts';
import { AppError } from '../../lib/errors.ts';
import { describeFailure, hintForFailure } from '../../model/arr-failure.ts';
import { instanceAddress } from '../../model/instance.ts';
import { realEffects } from '../../pipeline/effects.ts';
import type { SomeContext } from '../../pipeline/read-some.ts';
import { readRulesFolder } from '../../pipeline/rules-folder.ts';
import { readForeignRules, type Simulated, simulate } from '../../pipeline/simulate.ts';
import { storedRules } from '../../pipeline/stored-instance.ts';
import type { WhatIf } from '../../pipeline/what-if.ts';
import type { ForeignRules } from '../../scoring/simulation/adopt-rules.ts';
import { countSimulated } from '../../scoring/simulation/summary.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { readGates, sayGates } from './read-gates.ts';
import { createReadingTalk } from './reading-talk.ts';
import { sayWarnings } from './say-warnings.ts';
import { selectInstances } from './select-instances.ts';
import { simulationCsv, simulationJson } from './simulation-data.ts';
import { judgeCounts, simulationGateFields } from './simulation-gates.ts';
import { simulationLines } from './simulation-text.ts';
import type { Talk } from './talk.ts';
import { oneLine } from './words.ts';

/** What the person typed. */
export interface SimulateCall {
  /** The file or folder, unless `--rules-of` stands for it, then instances. */
  readonly words: readonly string[];
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

const Flags = z.object({
  format: z.enum(['text', 'json', 'csv'], 'takes text, json or csv'),
  rulesOf: z.string().optional(),
  failOn: z.array(z.string()).default([]),
  fromStore: z.boolean().default(false),
});

/** Simulates and reports. @throws {AppError} */
export async function runSimulate(call: SimulateCall, context: CommandContext): Promise<ExitCode> {
  const flags = readFlags(call.flags);
  refuseTwoChanges(call, flags.rulesOf);
  const gates = readGates(flags.failOn, simulationGateFields);
  const config = await configFor(call.global, context);
  const addresses = flags.rulesOf === undefined ? call.words.slice(1) : call.words;
  const instances = selectInstances(config.instances, { addresses, service: null });
  const talk = await openTalk(call.global, context, config.secrets);
  sayWarnings(config.warnings, talk);
  const effects = realEffects(context.signal);
  const reading = {
    proxy: config.proxy,
    effects,
    tell: createReadingTalk({ talk, bars: null, instances, now: effects.now }),
  };
  const fromStore = flags.fromStore ? config.store : null;
  const change = await readChange({ call, rulesOf: flags.rulesOf, fromStore, config, reading });
  const simulated = await simulate({ ...reading, instances, fromStore, change });
  sayFailures(simulated, talk);
  print(simulated, flags.format, context);
  const counts = countSimulated(simulated.files);
  const isBroken = sayGates(gates, (gate) => judgeCounts(gate, counts), talk);
  if (simulated.failures.length > 0) return exitCode.partial;
  return isBroken ? exitCode.gate : exitCode.ok;
}

function readFlags(raw: unknown): z.infer<typeof Flags> {
  const parsed = Flags.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw usage(`--${String(issue?.path[0])} ${issue?.message}`, 'Ask with --help.');
}

/** With `--rules-of`, words are instances: a path among them is a second change. */
function refuseTwoChanges({ words }: SimulateCall, rulesOf: string | undefined): void {
  const path = words.find((word) => /^[./~]|[.]ya?ml$/.test(word));
  if (rulesOf === undefined || path === undefined) return;
  throw usage(`--rules-of stands for a file or a folder, and "${path}" is one`, 'Take one of the two out.');
}

interface ChangeSource {
  readonly call: SimulateCall;
  readonly rulesOf: string | undefined;
  readonly fromStore: string | null;
  readonly config: Config;
  readonly reading: SomeContext;
}

async function readChange({ rulesOf, ...source }: ChangeSource): Promise<WhatIf> {
  if (rulesOf !== undefined) return { kind: 'rules', rules: await foreignRules(rulesOf, source) };
  const [path] = source.call.words;
  if (path === undefined) {
    throw usage('nothing to simulate', 'Name a YAML of edits, a folder of exports, or --rules-of INSTANCE.');
  }
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return { kind: 'folder', folder: await readRulesFolder(path) };
  return { kind: 'edits', edits: await loadEdits(path) };
}

async function foreignRules(
  rulesOf: string,
  { config, fromStore, reading }: Omit<ChangeSource, 'rulesOf'>,
): Promise<ForeignRules> {
  const [other] = selectInstances(config.instances, { addresses: [rulesOf], service: null });
  if (other === undefined) throw usage(`there is no instance "${rulesOf}"`, 'Ask "arr-score config show".');
  if (fromStore !== null) return storedRules(fromStore, other);
  const rules = await readForeignRules(other, reading);
  if ('ok' in rules) throw usage(describeFailure(rules.failure), hintForFailure(rules.failure));
  return rules;
}

function sayFailures({ failures }: Simulated, talk: Talk): void {
  if (failures.length === 0) return;
  const names = failures.map(({ instance }) => instanceAddress(instance, [instance]));
  talk.say('warning', `not simulated: ${names.join(', ')}`);
}

function print(simulated: Simulated, format: 'text' | 'json' | 'csv', { terminal }: CommandContext): void {
  if (format === 'json') terminal.stdout.write(simulationJson(simulated));
  else if (format === 'csv') for (const row of simulationCsv(simulated)) terminal.stdout.write(row);
  else for (const line of simulationLines(simulated)) terminal.stdout.write(`${oneLine(line)}\n`);
}

function usage(message: string, hint: string): AppError {
  return new AppError(message, { code: 'config', hint });
}
