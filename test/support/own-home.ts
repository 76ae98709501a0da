import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';

// Each test file has a home of its own: nothing is read from, or written to, that of the person who runs the tests.
const home = mkdtempSync(join(tmpdir(), 'arr-score-home-'));
for (const name of ['HOME', 'USERPROFILE']) vi.stubEnv(name, home);
for (const name of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'LOCALAPPDATA', 'APPDATA']) {
  vi.stubEnv(name, undefined);
}

afterAll(() => rmSync(home, { recursive: true, force: true }));
