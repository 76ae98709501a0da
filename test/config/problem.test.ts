import { expect, test } from 'vitest';
import { ConfigError, type ConfigProblem, describeProblem } from '../../src/config/problem.ts';
import { configSchema } from '../../src/config/schema.ts';
import { scrub } from '../../src/config/scrub.ts';
import { shapeOf } from '../../src/config/shape.ts';

const problem: ConfigProblem = { place: null, path: 'b', message: 'is wrong', hint: null };

test('problems are sorted by place, those in no file last', () => {
  const at = (file: string, line: number, column: number): ConfigProblem => {
    return { ...problem, place: { file, line, column } };
  };
  const error = new ConfigError([
    problem,
    { ...problem, path: 'a' },
    at('b', 1, 1),
    at('a', 10, 1),
    at('a', 9, 2),
    at('a', 9, 1),
    problem,
  ]);
  expect(error.message.split('\n')).toEqual([
    'a:9:1  b: is wrong',
    'a:9:2  b: is wrong',
    'a:10:1  b: is wrong',
    'b:1:1  b: is wrong',
    'a: is wrong',
    'b: is wrong',
    'b: is wrong',
    '7 problems; nothing was done',
  ]);
  expect(error).toMatchObject({ code: 'config', name: 'ConfigError', hint: '' });
});

test('a hint is a sentence of its own', () => {
  expect(describeProblem({ ...problem, hint: 'Mend it' })).toBe('b: is wrong. Mend it');
});

test('whatever a message was made of, no secret stays in it', () => {
  const path = ['radarr', 'main', 'api_key'];
  const value = 'sesame-open-yourself';
  const setting = { path, value, origin: { kind: 'flag', name: '--set' }, reference: null } as const;
  const leaking = [{ ...problem, message: `found ${value}`, hint: `Not ${value}` }, problem];
  expect(scrub(leaking, [setting], shapeOf(configSchema))).toEqual([
    { ...problem, message: 'found …', hint: 'Not …' },
    problem,
  ]);
});
