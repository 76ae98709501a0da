/** How a field and a value are compared; `has` is part of a text, or member of a list. */
export const operators = ['<', '<=', '=', '!=', '>=', '>', 'has'] as const;

/** One of them. */
export type Operator = (typeof operators)[number];

/** Which files are wanted: those that fulfil every condition. Plain data; made by `parseFilter`. */
export interface Filter {
  readonly conditions: readonly Condition[];
}

/** `score >= 500` */
export interface Condition {
  /** In lower case. */
  readonly field: string;
  readonly operator: Operator;
  /** As it was written, without quotes: `4GB`, `30d`. */
  readonly value: string;
}

/** What fulfils each of several filters; none at all lets everything pass. */
export function allOf(filters: readonly Filter[]): Filter {
  return { conditions: filters.flatMap(({ conditions }) => conditions) };
}
