import type { InstanceConfig } from '../config/config.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import { type InstanceName, instanceKey } from '../model/instance.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Reading } from '../model/reading.ts';
import type { ForeignRules } from '../scoring/simulation/adopt-rules.ts';
import type { SimulatedFile } from '../scoring/simulation/simulated-file.ts';
import { createSimulator, type SimulationRules, type Simulator } from '../scoring/simulation/simulator.ts';
import { patternGuard } from './pattern-guard.ts';
import { readInstances } from './read-instances.ts';
import { asResult, type SomeContext } from './read-some.ts';
import { withRecoveredNames } from './recover-names.ts';
import { exporters } from './registry.ts';
import { readStored } from './stored-readings.ts';
import { applyWhatIf, refuseUnknown, type WhatIf } from './what-if.ts';

/** What to put under other rules. */
export interface SimulateRequest extends SomeContext {
  readonly instances: readonly InstanceConfig[];
  /** Where the store is whose newest snapshots are put under the rules; without it the servers are asked. */
  readonly fromStore?: string | null;
  readonly change: WhatIf;
}

/** What other rules would do. */
export interface Simulated {
  /** In order of instance, item, season, episode, file. */
  readonly files: readonly SimulatedFile[];
  /** Names of formats that were matched here. */
  readonly evaluated: readonly string[];
  /** Formats that cannot be evaluated here and count as before, in sentences. */
  readonly problems: readonly string[];
  /** No server was asked: names that Sonarr's API hides were not looked for in its history. */
  readonly isStored: boolean;
  readonly failures: readonly { readonly instance: InstanceName; readonly failure: ArrFailure }[];
}

/**
 * Reads the instances as they are, or as they were collected, and puts their files under the other rules.
 *
 * @throws {AppError} for unknown names; code `store` for a store that cannot be read or lacks an instance
 */
export async function simulate(request: SimulateRequest): Promise<Simulated> {
  const { change, fromStore = null, instances, effects } = request;
  using read =
    fromStore === null ? await readInstances(request, effects) : await readStored(fromStore, instances);
  const readings = read.outcomes.filter((one) => one.ok).map(({ reading }) => reading);
  const applied = instances.flatMap((config) =>
    readings
      .filter(({ instance }) => instanceKey(instance) === instanceKey(config))
      .map((reading) => ({
        config,
        reading,
        whatIf: applyWhatIf(change, reading.rules, effects.now()),
      })),
  );
  refuseUnknown(applied.map(({ whatIf }) => whatIf));
  const files: SimulatedFile[] = [];
  const evaluated = new Set<string>();
  const problems = new Set<string>();
  for (const { config, reading, whatIf } of applied) {
    const simulator = createSimulator({ ...whatIf, ...rulesOf(reading) });
    const batches = simulator.readsTexts ? withNames(reading, config, request) : reading.files();
    for await (const batch of simulateFiles(batches, simulator)) files.push(...batch);
    for (const { name } of simulator.evaluated) evaluated.add(name);
    for (const problem of simulator.problems()) problems.add(problem);
  }
  const failures = read.outcomes.filter((one) => !one.ok);
  return {
    files,
    evaluated: [...evaluated],
    problems: [...problems],
    isStored: fromStore !== null,
    failures,
  };
}

/** Only a server knows the names that Sonarr's API hides: without one, files stay as they are. */
function withNames(
  reading: Reading,
  config: InstanceConfig,
  request: SimulateRequest,
): AsyncIterable<readonly MediaFile[]> {
  const { fromStore = null } = request;
  return fromStore === null ? withRecoveredNames(reading, config, request) : reading.files();
}

/** Files from wherever they come, a reading or the store, under other rules; batch by batch. */
export async function* simulateFiles(
  batches: AsyncIterable<readonly MediaFile[]>,
  simulator: Simulator,
): AsyncGenerator<readonly SimulatedFile[]> {
  for await (const batch of batches) yield simulator.simulate(batch);
}

/** The rules of another instance, for `--rules-of`; its failure is a result. */
export async function readForeignRules(
  config: InstanceConfig,
  context: SomeContext,
): Promise<
  ForeignRules | { readonly ok: false; readonly instance: InstanceName; readonly failure: ArrFailure }
> {
  return asResult<ForeignRules>(config, context, (client) => exporters[config.service].rules(client));
}

function rulesOf({ rules, server }: Reading): Pick<SimulationRules, 'before' | 'isWindows' | 'guard'> {
  return { before: rules, isWindows: server.isWindows, guard: patternGuard() };
}
