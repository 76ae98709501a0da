import { literalNames } from '../literal-names.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { isMatch } from '../pattern/find-match.ts';
import type { CompiledPattern, Pattern } from '../pattern/pattern.ts';
import type { Subject } from '../pattern/subject.ts';
import { isBlank } from './file-texts.ts';
import type { Probe, TextName } from './probe.ts';
import { problemOfPattern, type Unevaluable } from './unevaluable.ts';

/** Asks patterns, each once an input however many conditions share it, and knows which one runs. */
export interface PatternAsker {
  /** The question whether a pattern matches any of these texts; null answers that nobody can tell. */
  readonly question: (source: string, texts: AskedTexts) => Question;
  /** Asks a pattern by itself, on all texts it is ever tried on. */
  readonly askAlone: (source: string, probe: Probe) => void;
  /** The pattern that is being asked, or was last. */
  readonly asked: () => string | null;
  /** Treats a pattern as unanswerable from now on: it ran over its time limit. */
  readonly giveUp: (source: string) => void;
}

/** The texts of one question: one of them must match. */
export type AskedTexts = readonly [first: TextName, second?: TextName];

/** One pattern on certain texts. */
export interface Question {
  readonly source: string;
  readonly ask: (probe: Probe) => boolean | null;
  readonly compiled: CompiledPattern;
  /** Why there is no answer; null where there is one. */
  readonly problem: () => Unevaluable | null;
}

/** An asker for the patterns of one set of formats. */
export function createPatternAsker(): PatternAsker {
  const questions = new Map<string, Question>();
  const compiled = new Map<string, CompiledPattern>();
  const runaways = new Set<string>();
  let asked: string | null = null;
  const begin = (source: string): boolean => {
    asked = source;
    // Nearly always empty: looking a long text up would cost as much as asking the pattern.
    return runaways.size === 0 || !runaways.has(source);
  };
  const compile = (source: string): CompiledPattern => remember(compiled, source, compilePattern);
  return {
    question: (source, texts) =>
      remember(questions, `${texts.join()} ${source}`, () =>
        questionOf({ source, texts, compiled: compile(source), begin, runaways }),
      ),
    askAlone: (source, probe) => {
      for (const question of questions.values()) if (question.source === source) question.ask(probe);
    },
    asked: () => asked,
    giveUp: (source) => void runaways.add(source),
  };
}

interface Asking {
  readonly source: string;
  readonly texts: AskedTexts;
  readonly compiled: CompiledPattern;
  /** Notes what is asked; false when it was given up. */
  readonly begin: (source: string) => boolean;
  readonly runaways: ReadonlySet<string>;
}

function questionOf(asking: Asking): Question {
  const { source, compiled, runaways } = asking;
  if (isBlank(source)) return { source, ask: () => false, compiled, problem: () => null };
  if (compiled.kind !== 'ready') {
    return { source, ask: () => null, compiled, problem: () => problemOfPattern(source, compiled) };
  }
  return {
    source,
    ask: oncePerProbe(askOf(asking, compiled.pattern)),
    compiled,
    problem: () => (runaways.has(source) ? { kind: 'runaway', pattern: source } : null),
  };
}

function askOf({ source, texts, begin }: Asking, pattern: Pattern): Question['ask'] {
  const [first, second] = texts;
  const names = first === 'releaseGroup' ? literalNames(source) : null;
  if (names !== null) return askNames(new Set(names), pattern);
  const ask = (subject: Subject | null): boolean => subject !== null && isMatch(pattern, subject);
  return ({ subjects }) => {
    if (!begin(source)) return null;
    const one = subjects[first];
    const other = second === undefined ? null : subjects[second];
    return ask(one) || (other !== one && ask(other));
  };
}

/** A list of names is looked up: a plain text is one of them, or none. */
function askNames(names: ReadonlySet<string>, pattern: Pattern): Question['ask'] {
  return ({ plainGroup, subjects: { releaseGroup } }) => {
    if (plainGroup !== null) return names.has(plainGroup);
    return releaseGroup !== null && isMatch(pattern, releaseGroup);
  };
}

function oncePerProbe(ask: Question['ask']): Question['ask'] {
  let last: Probe | null = null;
  let answer: boolean | null = null;
  return (probe) => {
    if (probe !== last) {
      answer = ask(probe);
      last = probe;
    }
    return answer;
  };
}

function remember<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  known.set(key, made);
  return made;
}
