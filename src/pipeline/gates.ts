import type { MetricBlock } from '../model/block.ts';
import type { Filter } from '../model/filter/filter.ts';
import { type FilterField, orderedField } from '../model/filter/filter-field.ts';
import { filterMatcher } from '../model/filter/filter-matcher.ts';
import { byteSize, plainNumber } from '../model/filter/number-kinds.ts';
import type { Report } from '../model/report.ts';
import { makeReport } from './make-report.ts';

/** The figures of a report, by the names of their metrics. */
export type Figures = ReadonlyMap<string, MetricBlock>;

/** A figure of every report, and the analysis it comes from. */
export interface GateName {
  readonly name: string;
  readonly unit: MetricBlock['unit'];
  readonly analysis: string;
}

/** Every figure a gate can name: an analysis answers with the same metrics whatever the library. */
export const gateNames: readonly GateName[] = namesIn(reportOfNothing());

/** The fields of `--fail-on`, in the grammar of filters. */
export const gateFields: readonly FilterField<Figures>[] = gateNames.map(({ name, unit }) =>
  orderedField(
    name,
    unit === 'bytes' ? byteSize : plainNumber,
    (figures) => figures.get(name)?.value ?? Number.NaN,
  ),
);

/** What became of a gate. */
export interface GateResult {
  /** All of its conditions hold. */
  readonly isBroken: boolean;
  /** What its conditions are about, in their order, each once. */
  readonly figures: readonly MetricBlock[];
}

/** Whether a report breaks a gate. A figure that cannot be told breaks none; its value is null. */
export function judgeGate(gate: Filter, report: Report): GateResult {
  const figures = new Map(metricsOf(report).map((metric) => [metric.name, metric]));
  const names = new Set(gate.conditions.map(({ field }) => field));
  const named = [...names].flatMap((name) => figures.get(name) ?? []);
  const isTold = named.length === names.size && named.every(({ value }) => value !== null);
  const isBroken = isTold && filterMatcher(gate, gateFields, report.generatedAt)(figures);
  return { isBroken, figures: named };
}

/** The analyses that gates need. */
export function analysesOf(gates: readonly Filter[]): readonly string[] {
  const names = new Set(gates.flatMap(({ conditions }) => conditions.map(({ field }) => field)));
  return gateNames.filter(({ name }) => names.has(name)).map(({ analysis }) => analysis);
}

function metricsOf({ sections }: Report): readonly MetricBlock[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'metric'));
}

function namesIn({ sections }: Report): readonly GateName[] {
  return sections.flatMap(({ name: analysis, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'metric' ? [{ name: block.name, unit: block.unit, analysis }] : [],
    ),
  );
}

function reportOfNothing(): Report {
  const nothing = {
    takenAt: null,
    instances: [],
    files: [],
    changes: [],
    ruleChanges: [],
    events: [],
    days: [],
  };
  const epoch = new Date(0);
  return makeReport(nothing, { names: null, now: epoch, since: epoch, isNarrowed: false });
}
