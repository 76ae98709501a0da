import { z } from 'zod';
import type { RuleChange, RuleEdit } from '../../model/change.ts';
import { instanceKey } from '../../model/instance.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { findLaterRuns } from './read-runs.ts';

/** We wrote it ourselves: the type is told, not checked. */
const Edit = z.custom<RuleEdit>();

/** Edits of an instance's rules from a time on, oldest first. */
export async function ruleChangesOf(view: InstanceView, since: Date | null): Promise<readonly RuleChange[]> {
  const { work, row, instance } = view;
  const rows = await work
    .selectFrom('rule_change')
    .innerJoin('run', (join) =>
      join
        .onRef('run.tenant', '=', 'rule_change.tenant')
        .onRef('run.instance', '=', 'rule_change.instance')
        .onRef('run.run', '=', 'rule_change.run'),
    )
    .selectAll('rule_change')
    .where('rule_change.tenant', '=', tenant)
    .where('rule_change.instance', '=', row.instance)
    .where('run.at', '>=', since?.toISOString() ?? '')
    .orderBy('rule_change.run')
    .orderBy('rule_change.number')
    .execute();
  const runs = await findLaterRuns(work, row.instance, [...new Set(rows.map(({ run }) => run))]);
  return runs.flatMap(({ run, at, previous }) =>
    rows
      .filter((one) => one.run === run)
      .map(({ edit, files_touched, points_moved, states_changed }) => ({
        instanceKey: instanceKey(instance),
        at,
        since: previous.at,
        edit: Edit.parse(JSON.parse(edit)),
        filesTouched: files_touched,
        pointsMoved: points_moved,
        statesChanged: states_changed,
      })),
  );
}
