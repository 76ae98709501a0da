import { asProblem, invalidAnswer, type SimulatedAnswer } from './answer.ts';

/** Ends a request with an answer that says why. */
export class Refused extends Error {
  override readonly name: string = 'Refused';
  readonly answer: SimulatedAnswer;

  constructor(answer: SimulatedAnswer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** The parameters of a request; the servers ignore the case of their names. */
export interface Query {
  /** All values, in order; an empty one counts. */
  readonly texts: (name: string) => readonly string[];
  /** All values as whole numbers. @throws Refused (400) at the first that is none */
  readonly numbers: (name: string) => readonly number[];
}

/** Reads parameters as the servers bind them. Source: servarr.md 1.6, 12. */
export function readQuery(parameters: URLSearchParams): Query {
  const values = Map.groupBy(parameters, ([name]) => name.toLowerCase());
  const texts = (name: string): readonly string[] =>
    (values.get(name.toLowerCase()) ?? []).map(([, value]) => value);
  return { texts, numbers: (name) => texts(name).map((text) => wholeNumber(name, text)) };
}

/** Bound on a route that answers under another content type. */
const problemParameters = ['tmdbId', 'tvdbId'];

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (/^\s*[-+]?\d+\s*$/.test(text) && value === Math.trunc(value) && value === (value | 0)) return value;
  const answer = invalidAnswer(name, text === '' ? `The value '' is invalid.` : notValid(text));
  throw new Refused(problemParameters.includes(name) ? asProblem(answer) : answer);
}

/** What the servers say of a value that does not fit. */
export function notValid(text: string): string {
  return `The value '${text}' is not valid.`;
}
