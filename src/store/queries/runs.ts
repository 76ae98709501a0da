import { z } from 'zod';
import { type ArrFailure, describeFailure } from '../../model/arr-failure.ts';
import type { InstanceName } from '../../model/instance.ts';
import type { SkippedItem } from '../../model/reading.ts';
import { type Service, services } from '../../model/service.ts';
import type { ReadPlan } from '../collecting.ts';
import type { Work } from '../engine/engine.ts';
import type { Run, RunOutcome, RunsQuestion } from '../queries.ts';
import type { RunRow } from '../tables.ts';
import { tenant } from '../tenant.ts';

/** We wrote them ourselves: the types are told, not checked. */
const Failure = z.custom<ArrFailure>();
const Skipped = z.custom<readonly SkippedItem[]>();
const Plan = z.custom<ReadPlan>();
const ServiceShape: z.ZodType<Service> = z.enum(services);

/** Tries of all instances, newest first. */
export async function runsOf(work: Work, { instances, since, limit }: RunsQuestion): Promise<readonly Run[]> {
  const rows = await work
    .selectFrom('run')
    .innerJoin('instance', (join) =>
      join.onRef('instance.tenant', '=', 'run.tenant').onRef('instance.instance', '=', 'run.instance'),
    )
    .selectAll('run')
    .select(['instance.service', 'instance.name'])
    .where('run.tenant', '=', tenant)
    .where('run.at', '>=', since?.toISOString() ?? '')
    .orderBy('run.at', 'desc')
    .execute();
  const all = rows.map((row) => runOf(row, { service: ServiceShape.parse(row.service), name: row.name }));
  return all.filter(({ instance }) => isAsked(instance, instances)).slice(0, limit);
}

function isAsked({ service, name }: InstanceName, instances: readonly InstanceName[] | null): boolean {
  return instances === null || instances.some((one) => one.service === service && one.name === name);
}

function runOf(row: RunRow, instance: InstanceName): Run {
  return {
    instance,
    run: row.run,
    startedAt: new Date(row.started_at),
    at: new Date(row.at),
    outcome: outcomeOf(row),
    traffic: {
      requests: row.requests,
      retries: row.retries,
      bytes: row.bytes,
      durationMs: row.duration_ms,
    },
  };
}

function outcomeOf(row: RunRow): RunOutcome {
  const failure = failureOf(row);
  if (failure !== null) return { kind: 'failed', sentence: describeFailure(failure) };
  const { items, files, changed } = row;
  return { kind: 'read', plan: Plan.parse(row.plan), items, files, skipped: skippedOf(row).length, changed };
}

/** Why a try brought nothing; null when it brought something. */
export function failureOf({ failure }: Pick<RunRow, 'failure'>): ArrFailure | null {
  return failure === null ? null : Failure.parse(JSON.parse(failure));
}

/** Items that could not be read. */
export function skippedOf({ skipped }: Pick<RunRow, 'skipped'>): readonly SkippedItem[] {
  return skipped === null ? [] : Skipped.parse(JSON.parse(skipped));
}
