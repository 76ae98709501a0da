import type { CustomFormat } from '../../model/custom-format.ts';
import type { Service } from '../../model/service.ts';
import { type CompiledFormat, compileFormat, formatMatches } from './compiled-format.ts';
import type { FormatInput } from './format-input.ts';
import { createPatternAsker } from './pattern-asker.ts';
import { type Probe, toProbe } from './probe.ts';
import { describeUnevaluable, type Unevaluable } from './unevaluable.ts';

/** The formats of a server, made ready once for a whole library. */
export interface FormatMatcher {
  readonly formats: readonly CompiledFormat[];
  /** Which formats match, without evidence. Call it under a guard: a pattern may run for ever. */
  readonly match: (input: FormatInput) => FormatMatches;
  /** The same for an input made ready: patterns that were asked about it already are not asked again. */
  readonly matchProbe: (probe: Probe) => FormatMatches;
  /** Asks one pattern by itself; its answer is kept for this probe. */
  readonly askAlone: (pattern: string, probe: Probe) => void;
  /** The pattern that runs, or ran last. */
  readonly asked: () => string | null;
  /** Has nobody ask a pattern again: it ran over its time limit. */
  readonly giveUp: (pattern: string) => void;
}

/** What matching gives for one input. */
export interface FormatMatches {
  /** Ids of the formats that match, in the order of the formats. */
  readonly matched: readonly number[];
  /** Ids of the formats of which nobody but the server can tell. */
  readonly unknown: readonly number[];
}

/** Makes the formats of a server ready. */
export function createFormatMatcher(formats: readonly CustomFormat[], service: Service): FormatMatcher {
  const asker = createPatternAsker();
  const compiled = formats.map((format) => compileFormat(format, { service, asker }));
  const matchProbe = (probe: Probe): FormatMatches => {
    const matched: number[] = [];
    const unknown: number[] = [];
    for (const one of compiled) {
      const answer = formatMatches(one, probe);
      if (answer !== false) (answer === null ? unknown : matched).push(one.format.id);
    }
    return { matched, unknown };
  };
  return {
    formats: compiled,
    match: (input) => matchProbe(toProbe(input)),
    matchProbe,
    askAlone: asker.askAlone,
    asked: asker.asked,
    giveUp: asker.giveUp,
  };
}

/** A format that cannot be evaluated for every file, with the reasons. */
export interface FormatProblem {
  readonly format: CustomFormat;
  readonly problems: readonly Unevaluable[];
}

/** The formats with a condition that only the server can answer. */
export function formatProblems({ formats }: FormatMatcher): readonly FormatProblem[] {
  return formats.flatMap(({ format, groups }) => {
    const conditions = groups.flatMap((group) => group.conditions);
    const problems = conditions.flatMap(({ problem }) => problem() ?? []);
    return problems.length === 0 ? [] : [{ format, problems }];
  });
}

/** Which format, and why, in one sentence without its full stop. */
export function describeFormatProblem({ format, problems }: FormatProblem): string {
  return `${format.name}: ${[...new Set(problems.map(describeUnevaluable))].join('; ')}`;
}
