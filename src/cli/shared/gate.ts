import { AppError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { SimulationCounts } from '../../scoring/simulation/summary.ts';

/** What a gate can ask, with its unit; all are files unless they say otherwise. */
export const gateNames = {
  files: 'files simulated',
  rises: 'files whose score rises',
  falls: 'files whose score falls',
  'below-minimum': 'files that fall below the minimum',
  'above-minimum': 'files that come back to the minimum',
  'reaches-cutoff': 'files that reach the format cutoff',
  'leaves-cutoff': 'files that fall below the format cutoff',
  'newly-open': 'files for which an upgrade would newly be taken',
  'newly-closed': 'files for which none would be taken any more',
  gb: 'gigabytes (10⁹ bytes) of the newly open files',
  inexact: 'files whose result is not certain',
} as const;

type GateName = keyof typeof gateNames;

/** Says whether counts break a gate. */
export type Gate = (counts: SimulationCounts) => boolean;

const comparison = /^(?<name>[a-z-]+)\s*(?<sign>>=|<=|>|<|=)\s*(?<number>-?\d+(?:\.\d+)?)$/;

/**
 * Reads `below-minimum>0 and falls>100`; `or` joins what `and` has joined.
 *
 * @throws {AppError} code `config`, with the nearest name
 */
export function readGate(text: string): Gate {
  const parts = text
    .split(/\s+or\s+/i)
    .map((part) => part.split(/\s+and\s+/i).map((one) => readComparison(one.trim())));
  return (counts) => parts.some((part) => part.every((holds) => holds(counts)));
}

function readComparison(text: string): Gate {
  const { name = '', sign = '', number } = comparison.exec(text)?.groups ?? {};
  if (!isGateName(name)) throw badGate(text, name);
  const limit = Number(number);
  return (counts) => compare(valueIn(name, counts), sign, limit);
}

function compare(value: number, sign: string, limit: number): boolean {
  const order = Math.sign(value - limit);
  if (sign === '>') return order > 0;
  if (sign === '<') return order < 0;
  if (sign === '>=') return order >= 0;
  return sign === '<=' ? order <= 0 : order === 0;
}

function valueIn(name: GateName, counts: SimulationCounts): number {
  return {
    files: counts.files,
    rises: counts.rises,
    falls: counts.falls,
    'below-minimum': counts.belowMinimum,
    'above-minimum': counts.aboveMinimum,
    'reaches-cutoff': counts.reachesCutoff,
    'leaves-cutoff': counts.leavesCutoff,
    'newly-open': counts.newlyOpen,
    'newly-closed': counts.newlyClosed,
    gb: counts.newlyOpenBytes / 1e9,
    inexact: counts.inexact,
  }[name];
}

function isGateName(name: string): name is GateName {
  return Object.hasOwn(gateNames, name);
}

function badGate(text: string, name: string): AppError {
  const guess = nearest(name, Object.keys(gateNames));
  const hint = guess === null ? `Names: ${Object.keys(gateNames).join(', ')}.` : `Did you mean "${guess}"?`;
  const problem =
    name === ''
      ? `--fail-on: "${text}" is no comparison such as falls>100`
      : `--fail-on: there is no "${name}"`;
  return new AppError(problem, { code: 'config', hint });
}
