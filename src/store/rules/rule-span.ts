import type { RuleRow } from '../tables.ts';

/** A rule's number, content and span. */
export type RuleSpan = Pick<RuleRow, 'kind' | 'rule' | 'from_run' | 'to_run' | 'server_id' | 'hash'>;

/** Whether a span holds in a run. */
export function isAlive({ from_run, to_run }: Pick<RuleSpan, 'from_run' | 'to_run'>, run: number): boolean {
  return from_run <= run && (to_run === null || run < to_run);
}
