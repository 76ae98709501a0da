import type { Condition, Filter } from '../../../../model/filter/filter.ts';
import { formatFilter } from '../../../../model/filter/format-filter.ts';
import { messages, texts } from './messages.ts';
import type { Numbers } from './numbers.ts';

/** One filter in use, as a person reads it. */
export interface Chip {
  /** `Profile`, `Has not` */
  readonly label: string;
  readonly value: string;
  /** The conditions behind it; removing the chip removes them. */
  readonly conditions: readonly Condition[];
}

/** A filter as chips: limits of the score are one. */
export function chipsOf({ conditions }: Filter, numbers: Numbers): readonly Chip[] {
  const limits = conditions.filter(({ field }) => field === 'score');
  const others = conditions.filter(({ field }) => field !== 'score').map(chipOf);
  return limits.length === 0 ? others : [...others, scoreChip(limits, numbers)];
}

const labels: Readonly<Record<string, string>> = {
  profile: texts.profile,
  state: texts.state,
  quality: texts.quality,
  group: texts.column.group,
  instance: messages.instance,
  title: texts.column.title,
  size: texts.column.size,
  added: texts.column.added,
  monitored: texts.column.monitored,
};

function chipOf(condition: Condition): Chip {
  const { field, operator, value } = condition;
  const conditions = [condition];
  if (field === 'format') return { label: operator === '!=' ? texts.hasNot : texts.has, value, conditions };
  const label = labels[field] ?? field;
  return operator === '='
    ? { label, value, conditions }
    : { label: `${label} ${operator}`, value, conditions };
}

function scoreChip(limits: readonly Condition[], numbers: Numbers): Chip {
  const { low, high } = scoreLimits({ conditions: limits });
  const plain = limits.map(({ operator, value }) => `${operator} ${value}`).join(', ');
  return { label: texts.score, value: limitsText(low, high, numbers) ?? plain, conditions: limits };
}

function limitsText(low: number | null, high: number | null, numbers: Numbers): string | null {
  if (low === null) return high === null ? null : `≤ ${numbers.count(high)}`;
  return high === null
    ? `≥ ${numbers.count(low)}`
    : `${numbers.count(low)} ${texts.scoreTo} ${numbers.count(high)}`;
}

/** The limits on the score; null where there is none. `<` and `>` stand a point further in. */
export function scoreLimits({ conditions }: Filter): ScoreLimits {
  const limits = conditions.filter(({ field }) => field === 'score');
  const ends = (
    within: readonly Condition['operator'][],
    beyond: Condition['operator'],
    by: number,
  ): number | null => {
    const found = limits.findLast(({ operator }) => operator === beyond || within.includes(operator));
    if (found === undefined) return null;
    return Number(found.value) + (found.operator === beyond ? by : 0);
  };
  return { low: ends(['>=', '='], '>', 1), high: ends(['<=', '='], '<', -1) };
}

/** The lowest and the highest score that pass. */
export interface ScoreLimits {
  readonly low: number | null;
  readonly high: number | null;
}

/** The filter with other limits on the score. */
export function withScoreLimits(filter: Filter, low: number | null, high: number | null): string {
  const others = filter.conditions.filter(({ field }) => field !== 'score');
  const limits: Condition[] = [];
  if (low !== null) limits.push({ field: 'score', operator: '>=', value: String(low) });
  if (high !== null) limits.push({ field: 'score', operator: '<=', value: String(high) });
  return formatFilter({ conditions: [...others, ...limits] });
}

/** The filter without some conditions. */
export function withoutConditions(filter: Filter, gone: readonly Condition[]): string {
  return formatFilter({ conditions: filter.conditions.filter((condition) => !gone.includes(condition)) });
}

/** The filter with one value for a field in place of any before; null takes the field out. */
export function withChoice(filter: Filter, field: string, value: string | null): string {
  const others = filter.conditions.filter((condition) => condition.field !== field);
  const chosen = value === null ? [] : [{ field, operator: '=', value } as const];
  return formatFilter({ conditions: [...others, ...chosen] });
}

/** Whether a format is asked for. */
export type FormatWish = 'has' | 'has not' | 'any';

/** What a filter asks of a format. */
export function formatWish({ conditions }: Filter, name: string): FormatWish {
  const found = conditions.find(
    ({ field, value }) => field === 'format' && value.toLowerCase() === name.toLowerCase(),
  );
  if (found === undefined) return 'any';
  return found.operator === '!=' ? 'has not' : 'has';
}

/** The filter with another wish for a format. */
export function withFormat(filter: Filter, name: string, wish: FormatWish): string {
  const others = filter.conditions.filter(
    ({ field, value }) => field !== 'format' || value.toLowerCase() !== name.toLowerCase(),
  );
  const operator = wish === 'has' ? 'has' : '!=';
  const chosen = wish === 'any' ? [] : [{ field: 'format', operator, value: name } as const];
  return formatFilter({ conditions: [...others, ...chosen] });
}

/** The value a filter gives a field with `=`; null without. */
export function choiceOf({ conditions }: Filter, wanted: string): string | null {
  return conditions.find(({ field, operator }) => field === wanted && operator === '=')?.value ?? null;
}
