import { z } from 'zod';
import type { InstanceName } from '../../model/instance.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Server } from '../../model/server.ts';
import { type Service, services } from '../../model/service.ts';
import type { Work } from '../engine/engine.ts';
import { loadMatchSets, type MatchSets } from '../rows/match-sets.ts';
import { loadTerms, type Terms } from '../rows/terms.ts';
import { loadRuleBook, type RuleBook } from '../rules/rule-book.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import type { InstanceRow } from '../tables.ts';
import { tenant } from '../tenant.ts';

/** One instance that was read at least once, inside a transaction that sees a single moment. */
export interface InstanceView {
  readonly work: Work;
  readonly instance: InstanceName;
  readonly row: InstanceRow;
  readonly firstRun: number;
  readonly readRun: number;
  readonly server: Server;
  readonly book: RuleBook;
  /** Of the newest snapshot. */
  readonly rules: RulesAtRun;
  readonly terms: Terms;
  readonly sets: MatchSets;
  /** Of the newest snapshot; one that is gone as it was last. null for one that was never there. */
  readonly profile: (id: number) => QualityProfile | null;
}

/** We wrote it ourselves: the type is told, not checked. */
const ServerShape = z.custom<Server>();
const ServiceShape: z.ZodType<Service> = z.enum(services);

/** The instances asked for, as they were first tried; those that were never read are left out. */
export async function loadViews(
  work: Work,
  instances: readonly InstanceName[] | null,
): Promise<readonly InstanceView[]> {
  const rows = await work
    .selectFrom('instance')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('instance')
    .execute();
  const terms = await loadTerms(work);
  const views: InstanceView[] = [];
  for (const row of rows) {
    const instance = { service: ServiceShape.parse(row.service), name: row.name };
    if (instances !== null && !instances.some((wanted) => isSameName(wanted, instance))) continue;
    const view = await viewOf(work, { row, instance, terms });
    if (view !== null) views.push(view);
  }
  return views;
}

function isSameName(a: InstanceName, b: InstanceName): boolean {
  return a.service === b.service && a.name === b.name;
}

async function viewOf(
  work: Work,
  { row, instance, terms }: Pick<InstanceView, 'row' | 'instance' | 'terms'>,
): Promise<InstanceView | null> {
  const { first_run: firstRun, read_run: readRun } = row;
  if (firstRun === null || readRun === null || row.server === null) return null;
  const server = ServerShape.parse(JSON.parse(row.server));
  const book = await loadRuleBook(work, { instance: row.instance, service: instance.service });
  const rules = await book.at(readRun);
  const sets = await loadMatchSets(work, row.instance);
  return { work, instance, row, firstRun, readRun, server, book, rules, terms, sets, profile: rules.profile };
}
