import { spawnSync } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { run } from '../support/run.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The library writes to the console by itself. */
function listen(): string[] {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  return lines;
}

test.each(['bash', 'zsh', 'fish', 'powershell'])('a script for %s', async (shell) => {
  const lines = listen();
  expect(await run(['completion', shell])).toMatchObject({ code: 0 });
  expect(lines.join('\n')).toContain('arr-score');
});

test('a shell that asks is told commands and flags', async () => {
  const lines = listen();
  await run(['complete', '--', 'exp']);
  expect(lines.join('\n')).toContain('export');
  await run(['complete', 'export', '--for']);
  expect(lines.join('\n')).toContain('--format');
});

test('another shell is refused with those there are', async () => {
  const { code, err } = await run(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(err).toContain('bash, zsh, fish, powershell');
});

test('the script is bash', () => {
  const { stdout } = spawnSync(process.execPath, ['src/main.ts', 'completion', 'bash'], { encoding: 'utf8' });
  expect(spawnSync('bash', ['-n'], { input: stdout }).status).toBe(0);
});
