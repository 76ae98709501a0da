import type { SlotScore } from '../queries.ts';
import { unpackFacts } from '../rows/facts-row.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { type ItemTitle, loadTitles, slotOf } from './slots.ts';
import { type SlotSpans, spansOfItems } from './spans.ts';

/** Scores of some items as they were: the rules of that time summed over the matches of that time. */
export async function scoresOf(
  view: InstanceView,
  at: Date,
  items: ReadonlySet<number>,
): Promise<readonly SlotScore[]> {
  const run = await runAt(view, at);
  if (run === null) return [];
  const rules = await view.book.at(run);
  const slots = await spansOfItems(view, items, run + 1);
  const titles = await loadTitles(view, items);
  return slots.flatMap((slot) => scoreOf(slot, titles.get(slot.item), { view, rules, run }));
}

/** The newest snapshot at a moment. */
async function runAt({ work, row }: InstanceView, at: Date): Promise<number | null> {
  const found = await work
    .selectFrom('run')
    .select('run')
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('at', '<=', at.toISOString())
    .where('plan', 'is not', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.run ?? null;
}

interface Moment {
  readonly view: InstanceView;
  readonly rules: RulesAtRun;
  readonly run: number;
}

function scoreOf(
  { spans, season, episode }: SlotSpans,
  title: ItemTitle | undefined,
  { view, rules, run }: Moment,
): readonly SlotScore[] {
  const span = spans.find(({ from, to }) => from <= run && (to === null || run < to));
  if (span === undefined) return [];
  const hits = rules.hitsOf(view.sets.formats(span.match_set), span.profile);
  return [
    {
      slot: slotOf(view, title, { season, episode }),
      fileId: unpackFacts(span.facts, view.terms).fileId,
      profileName: rules.profile(span.profile)?.name ?? '',
      score: hits.reduce((sum, { score }) => sum + score, span.surplus),
    },
  ];
}
