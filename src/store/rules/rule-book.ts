import type { Service } from '../../model/service.ts';
import type { Work } from '../engine/engine.ts';
import { tenant } from '../tenant.ts';
import { inflateText } from './rule-content.ts';
import { isAlive, type RuleSpan } from './rule-span.ts';
import { createRulesAtRun, type RulesAtRun } from './rules-at-run.ts';

/** All rules an instance ever had. Rules of two runs that are the same are the same object. */
export interface RuleBook {
  readonly spans: readonly RuleSpan[];
  /** Runs at which something about the rules began or ended, ascending. */
  readonly turns: readonly number[];
  readonly at: (run: number) => Promise<RulesAtRun>;
}

/** The spans of all rules; contents are read when they are asked for, each once. */
export async function loadRuleBook(
  work: Work,
  { instance, service }: { readonly instance: number; readonly service: Service },
): Promise<RuleBook> {
  const spans = await work
    .selectFrom('rule')
    .select(['kind', 'rule', 'from_run', 'to_run', 'server_id', 'hash'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .execute();
  const turns = [
    ...new Set(spans.flatMap(({ from_run, to_run }) => (to_run === null ? [from_run] : [from_run, to_run]))),
  ].toSorted((a, b) => a - b);
  const contents = createContents(work);
  const made = new Map<number | undefined, RulesAtRun>();
  return {
    spans,
    turns,
    at: async (run) => {
      const turn = turns.findLast((candidate) => candidate <= run);
      const found = made.get(turn);
      if (found !== undefined) return found;
      const at = { alive: spans.filter((span) => isAlive(span, run)), gone: goneProfiles(spans, run) };
      const read = await contents([...at.alive, ...at.gone].map(({ hash }) => hash));
      const rules = createRulesAtRun(service, at, read);
      made.set(turn, rules);
      return rules;
    },
  };
}

/** Profiles that were there before a run, each as it was last. */
function goneProfiles(spans: readonly RuleSpan[], run: number): readonly RuleSpan[] {
  const begun = spans.filter(({ kind, from_run }) => kind === 'profile' && from_run <= run);
  const byAge = begun.toSorted((a, b) => a.from_run - b.from_run);
  const newest = new Map(byAge.map((span) => [span.server_id, span]));
  return [...newest.values()].filter((span) => !isAlive(span, run));
}

type Contents = (hashes: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;

function createContents(work: Work): Contents {
  const known = new Map<string, unknown>();
  return async (hashes) => {
    const missing = [...new Set(hashes)].filter((hash) => !known.has(hash));
    if (missing.length > 0) {
      const rows = await work
        .selectFrom('rule_content')
        .select(['hash', 'content'])
        .where('tenant', '=', tenant)
        .where('hash', 'in', missing)
        .execute();
      for (const { hash, content } of rows) known.set(hash, JSON.parse(inflateText(content)));
    }
    return known;
  };
}
