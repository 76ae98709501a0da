import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decisionCases } from './decision-cases.ts';
import { loadEngine } from './engine.ts';
import { matchingCases } from './matching-cases.ts';
import { type Mutation, mutations } from './mutations.ts';

// Run by mutations.test.ts in a Node of its own, which loads broken copies far faster than the test runner does.

const cases = [...matchingCases, ...decisionCases];
const folder = mkdtempSync(join(tmpdir(), 'arr-score-mutations-'));
try {
  const outcomes = await Array.fromAsync(mutations, breakRule);
  process.stdout.write(JSON.stringify(outcomes));
} finally {
  rmSync(folder, { recursive: true });
}

/** What became of one broken rule: how often the text to change occurs, and the rules that turned red. */
async function breakRule({ file, from, to }: Mutation, at: number): Promise<object> {
  const copy = join(folder, String(at));
  const path = copyEngine(copy, file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const broken = await loadEngine(copy);
  const red = cases.filter(({ run, expected }) => !isDeepStrictEqual(run(broken), expected));
  return { places: source.split(from).length - 1, red: red.map(({ rule }) => rule) };
}

/** Copies what can be broken and links the rest. */
function copyEngine(copy: string, file: string): string {
  mkdirSync(join(copy, 'src/scoring'), { recursive: true });
  for (const part of ['model', 'lib', 'scoring/pattern']) {
    symlinkSync(resolve('src', part), join(copy, 'src', part));
  }
  const isCopied = (path: string): boolean => !path.endsWith('/pattern');
  cpSync('src/scoring', join(copy, 'src/scoring'), { recursive: true, filter: isCopied });
  return join(copy, 'src/scoring', file);
}
