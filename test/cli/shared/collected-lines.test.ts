import { expect, test } from 'vitest';
import { collectExitCode, collectedLines } from '../../../src/cli/shared/collected-lines.ts';
import type { CollectedInstance } from '../../../src/pipeline/collect-instance.ts';
import { RefusedReading } from '../../../src/store/refused-reading.ts';

const instance = { service: 'radarr', name: 'main' } as const;
const holder = { host: 'nas', processId: 12, since: new Date(0), beatAt: new Date(0) };
const failure = { kind: 'timeout', url: 'http://nas', afterMs: 1_000 } as const;
const none = { new: 0, gone: 0, replaced: 0, renamed: 0, 'attributes-edited': 0, rescored: 0 };

type Stored = Extract<CollectedInstance, { readonly kind: 'stored' }>;

function aStored(saved: Partial<Stored['saved']>, only: Partial<Stored> = {}): Stored {
  return {
    instance,
    kind: 'stored',
    saved: {
      run: 2,
      at: new Date(0),
      isFirst: false,
      clockBehindMs: 0,
      changes: none,
      ruleChanges: [],
      unexplained: 0,
      ...saved,
    },
    plan: 'asked',
    counts: { items: 5, files: 5, itemsWithoutFile: 0, repairedTexts: 0 },
    skipped: [],
    oddities: [],
    takenOverFrom: null,
    history: { events: 0, leftOut: 0, failure: null },
    ...only,
  };
}

const said = (one: CollectedInstance) => collectedLines(one).map(({ text }) => text);

test('a busy, a refused and a failed instance are told with the next step, and end with 3', () => {
  const refusal = new RefusedReading('is this another server?', { hint: 'Say --accept-new-server.' });
  expect(said({ instance, kind: 'busy', holder })[0]).toContain('process 12 on nas');
  expect(said({ instance, kind: 'refused', refusal })).toEqual([
    'is this another server?',
    '→ Say --accept-new-server.',
  ]);
  expect(said({ instance, kind: 'failed', failure })).toEqual([]);
  expect(collectExitCode([aStored({}), { instance, kind: 'busy', holder }])).toBe(3);
  expect(collectExitCode([aStored({})])).toBe(0);
});

test('what is odd is told: clock, takeover, items left out, history cut short, unexplained scores', () => {
  const skipped = Array.from({ length: 12 }, (_, at) => ({ itemId: at, title: `Movie ${at}`, failure }));
  const one = aStored(
    { clockBehindMs: 90_000, unexplained: 2, changes: { ...none, replaced: 3 } },
    {
      skipped,
      takenOverFrom: holder,
      oddities: [{ kind: 'missing-file', itemId: 1, title: 'Lost', fileId: 9 }],
      history: { events: 7, leftOut: 2, failure },
    },
  );
  const lines = said(one);
  expect(lines.join('\n')).toMatch(/took over from process 12/);
  expect(lines.join('\n')).toMatch(/the clock is 1:30 behind/);
  expect(lines).toContain('and 2 more');
  expect(lines).toContain('5 files: 3 replaced');
  expect(lines.join('\n')).toMatch(/7 events .*, 2 of titles/);
  expect(lines.join('\n')).toMatch(/ended early/);
  expect(lines.join('\n')).toMatch(/2 scores changed by something the server does not show/);
  expect(collectExitCode([one])).toBe(3);
});
