import type { Rules } from '../../model/rules.ts';
import type { Work } from '../engine/engine.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { deflateText, type PackedRule, packRules } from '../rules/rule-content.ts';
import type { RuleSpan } from '../rules/rule-span.ts';
import { tenant } from '../tenant.ts';

/** Where rules are written. */
export interface RulesTarget {
  readonly work: Work;
  readonly instance: number;
  readonly run: number;
}

/**
 * Ends the spans of rules that are no more, begins those that are new. Whether anything was edited.
 *
 * A format that was deleted and made again with the same name and content is the same format under a new id of the
 * server's: it keeps its number, so that no file's matches change.
 */
export async function saveRules(target: RulesTarget, book: RuleBook, rules: Rules): Promise<boolean> {
  const packed = packRules(rules);
  const open = book.spans.filter(({ to_run }) => to_run === null);
  const isKept = (span: RuleSpan): boolean => packed.some((rule) => isSame(span, rule));
  const ended = open.filter((span) => !isKept(span));
  const begun = packed.filter((rule) => !open.some((span) => isSame(span, rule)));
  if (ended.length === 0 && begun.length === 0) return false;
  await endSpans(target, ended);
  await beginSpans(target, begun, numbersFor(begun, book, ended));
  return true;
}

function isSame(span: RuleSpan, rule: PackedRule): boolean {
  return span.kind === rule.kind && span.server_id === rule.serverId && span.hash === rule.hash;
}

/** An edited rule keeps its number, a format that came back gets its old one, others the next that is free. */
function numbersFor(
  begun: readonly PackedRule[],
  { spans }: RuleBook,
  ended: readonly RuleSpan[],
): ReadonlyMap<PackedRule, number> {
  const numbers = new Map<PackedRule, number>();
  const taken = new Set(spans.filter((span) => span.to_run === null && !ended.includes(span)).map(numberKey));
  const give = (rule: PackedRule, span: RuleSpan | undefined): void => {
    if (span === undefined || numbers.has(rule) || taken.has(numberKey(span))) return;
    taken.add(numberKey(span));
    numbers.set(rule, span.rule);
  };
  for (const rule of begun)
    give(
      rule,
      ended.find((span) => isEdited(span, rule)),
    );
  const formats = begun.filter(({ kind }) => kind === 'format');
  for (const rule of formats)
    give(
      rule,
      spans.findLast((span) => isRevived(span, rule)),
    );
  const free = freeNumber(spans);
  const fresh = formats.filter((rule) => !numbers.has(rule));
  for (const [index, rule] of fresh.entries()) numbers.set(rule, free + index);
  for (const rule of begun) if (!numbers.has(rule)) numbers.set(rule, rule.serverId);
  return numbers;
}

function freeNumber(spans: readonly RuleSpan[]): number {
  return spans.reduce((last, { kind, rule }) => (kind === 'format' ? Math.max(last, rule) : last), 0) + 1;
}

function numberKey({ kind, rule }: Pick<RuleSpan, 'kind' | 'rule'>): string {
  return `${kind} ${rule}`;
}

function isEdited(span: RuleSpan, rule: PackedRule): boolean {
  return span.kind === rule.kind && span.server_id === rule.serverId;
}

function isRevived(span: RuleSpan, rule: PackedRule): boolean {
  return span.kind === rule.kind && span.hash === rule.hash;
}

async function endSpans({ work, instance, run }: RulesTarget, ended: readonly RuleSpan[]): Promise<void> {
  for (const { kind, rule, from_run } of ended) {
    await work
      .updateTable('rule')
      .set({ to_run: run })
      .where('tenant', '=', tenant)
      .where('instance', '=', instance)
      .where('kind', '=', kind)
      .where('rule', '=', rule)
      .where('from_run', '=', from_run)
      .execute();
  }
}

async function beginSpans(
  { work, instance, run }: RulesTarget,
  begun: readonly PackedRule[],
  numbers: ReadonlyMap<PackedRule, number>,
): Promise<void> {
  for (const rule of begun) {
    const { kind, serverId, hash, text } = rule;
    await work
      .insertInto('rule_content')
      .values({ tenant, hash, content: deflateText(text) })
      .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
      .execute();
    const span = { tenant, instance, kind, rule: numbers.get(rule) ?? 0, from_run: run, to_run: null };
    await work
      .insertInto('rule')
      .values({ ...span, server_id: serverId, hash })
      .execute();
  }
}
