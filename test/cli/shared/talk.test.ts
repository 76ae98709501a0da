import { expect, test } from 'vitest';
import { createBars } from '../../../src/cli/shared/bars.ts';
import { createReadingTalk } from '../../../src/cli/shared/reading-talk.ts';
import { sayWarnings } from '../../../src/cli/shared/say-warnings.ts';
import { selectInstances } from '../../../src/cli/shared/select-instances.ts';
import { createTalk } from '../../../src/cli/shared/talk.ts';
import { clock, count, counted, duration, fileSize, oneLine } from '../../../src/cli/shared/words.ts';
import type { ArrFailure } from '../../../src/model/arr-failure.ts';
import type { ReadingEvent } from '../../../src/pipeline/reading-event.ts';
import { configured } from '../../support/configured.ts';
import { screenOf } from '../../support/screen.ts';
import { aTerminal } from '../../support/terminal.ts';

const main = { service: 'radarr', name: 'main' } as const;
const down: ArrFailure = { kind: 'unreachable', url: 'http://nas:7878/api', problem: 'nothing listens' };
const traffic = { requests: 1, retries: 2, bytes: 3_000, repairedTexts: 0 };
const counts = { items: 3, files: 2, itemsWithoutFile: 1, repairedTexts: 4 };

const events: readonly ReadingEvent[] = [
  { kind: 'started' },
  { kind: 'progress', progress: { itemsTotal: null, itemsDone: 0, files: 0 } },
  { kind: 'progress', progress: { itemsTotal: 3, itemsDone: 0, files: 0 } },
  { kind: 'progress', progress: { itemsTotal: 3, itemsDone: 2, files: 1 } },
  { kind: 'talk', event: { kind: 'request', path: '/api/v3/tag?x', status: 200, ms: 12 } },
  { kind: 'talk', event: { kind: 'retry', failure: down, attempt: 1, inMs: 500 } },
  { kind: 'talk', event: { kind: 'retry', failure: down, attempt: 2, inMs: 20_000 } },
  { kind: 'talk', event: { kind: 'waiting', failure: down, forMs: 5_000 } },
  { kind: 'talk', event: { kind: 'url-base-found', baseUrl: 'http://nas:7878/films' } },
  { kind: 'sampled', asked: 40, differing: 2 },
  { kind: 'not-computed', because: 'two files differ' },
  { kind: 'again', reason: 'sums-differ' },
  { kind: 'read', counts, ms: 1_300, traffic },
  { kind: 'history', progress: { rowsTotal: null, rowsDone: 0 } },
  { kind: 'history', progress: { rowsTotal: 1_200, rowsDone: 0 } },
  { kind: 'history', progress: { rowsTotal: 1_200, rowsDone: 1_000 } },
  { kind: 'failed', failure: down },
];

function said(options: {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly hasBars?: boolean;
}): string {
  const terminal = aTerminal();
  const { quiet = false, verbose = false, hasBars = false } = options;
  const talk = createTalk({ quiet, verbose, secrets: ['sesame-open'], log: null, stderr: terminal.stderr });
  const ignore = (): void => undefined;
  const bars = hasBars ? { show: ignore, above: ignore, [Symbol.dispose]: ignore } : null;
  const tell = createReadingTalk({
    talk,
    bars,
    instances: [main],
    now: () => new Date(2026, 10, 22, 17, 5, 5),
  });
  for (const event of events) tell(main, event);
  talk.say('info', 'the key is sesame-open\nand a line');
  return terminal.err();
}

test('a reading is told line by line, each with what to do', async () => {
  await expect(said({})).toMatchFileSnapshot('../../golden/cli/reading.txt');
  await expect(said({ verbose: true })).toMatchFileSnapshot('../../golden/cli/reading-verbose.txt');
});

test('quiet keeps warnings, and bars spare the lines that they show themselves', () => {
  expect(said({ quiet: true })).not.toContain('reading 3 movies');
  expect(said({ quiet: true })).toContain('cannot be reached');
  expect(said({ hasBars: true })).not.toContain('reading 3 movies');
  expect(said({ hasBars: true })).toContain('waiting until 17:05:10 (5.0 s)');
});

test('no secret and no line break gets through', () => {
  expect(said({})).toContain('the key is *** and a line\n');
});

test('bars show what is done, how fast and how long still', async () => {
  const terminal = aTerminal({ isTTY: true, columns: 80 });
  let now = 0;
  {
    using bars = createBars({ sink: terminal.stderr, addresses: ['main'], now: () => now });
    for (const event of events) {
      now += 1_000;
      bars.show('main', event);
      await new Promise((resolve) => setTimeout(resolve, 140));
    }
  }
  const text = terminal.err();
  expect(text).toContain('████████████████░░░░░░░░  1 file ');
  expect(text).toContain('left');
  expect(text).toContain('main  history: 0 events');
  expect(text).toContain('main  history: 1,000 of 1,200 events');
  expect(text).toContain('could not be read');
});

test('a bar of an empty library, or of one that was just begun, has no rate and no time left', async () => {
  const terminal = aTerminal({ isTTY: true, columns: 80 });
  {
    using bars = createBars({ sink: terminal.stderr, addresses: ['main', 'radarr/films'], now: () => 0 });
    bars.show('main', { kind: 'progress', progress: { itemsTotal: 0, itemsDone: 0, files: 0 } });
    await new Promise((resolve) => setTimeout(resolve, 140));
  }
  expect(terminal.err()).toContain('main          ░░░░░░░░░░░░░░░░░░░░░░░░  0 files');
  expect(terminal.err()).not.toMatch(/\/s|left/);
});

test('what is said while bars are drawn stands above them, whole, and below them afterwards', async () => {
  const terminal = aTerminal({ isTTY: true, columns: 80 });
  const { stderr } = terminal;
  const talk = createTalk({ quiet: false, verbose: false, secrets: [], log: null, stderr });
  {
    using bars = createBars({ sink: stderr, addresses: ['main', 'tv'], now: () => 0 });
    using _above = talk.through(bars.above);
    talk.say('warning', 'before any bar');
    for (const address of ['main', 'tv']) bars.show(address, { kind: 'started' });
    await new Promise((resolve) => setTimeout(resolve, 140));
    talk.say('warning', 'between two frames');
    talk.say('warning', 'and once more');
    await new Promise((resolve) => setTimeout(resolve, 280));
    talk.say('warning', 'after the last frame');
  }
  talk.say('info', 'below');
  expect(screenOf(terminal.err())).toEqual([
    'before any bar',
    'between two frames',
    'and once more',
    'after the last frame',
    'main  asking for its rules and items',
    'tv    asking for its rules and items',
    'below',
  ]);
});

test('numbers read well', () => {
  expect([count(12_480), count(-3)]).toEqual(['12,480', '−3']);
  expect([counted(1, 'file'), counted(2, 'file'), counted(1, 'series')]).toEqual([
    '1 file',
    '2 files',
    '1 series',
  ]);
  expect([fileSize(0), fileSize(999), fileSize(1_900_000), fileSize(5e15)]).toEqual([
    '0 B',
    '999 B',
    '1.9 MB',
    '5000.0 TB',
  ]);
  expect([duration(1_300), duration(125_000)]).toEqual(['1.3 s', '2:05']);
  expect(clock(3_725_000)).toBe('1:02:05');
  expect(oneLine('a\nb\u{202e}c')).toBe('a b c');
});

test('warnings of a configuration are said with their place and mend', () => {
  const terminal = aTerminal();
  const talk = createTalk({ quiet: true, verbose: false, secrets: [], log: null, stderr: terminal.stderr });
  const place = { file: 'nas.yaml', line: 7, column: 5 };
  sayWarnings(
    [
      { place, path: 'x', message: 'odd', hint: 'mend it' },
      { place: null, path: '', message: 'odder', hint: null },
    ],
    talk,
  );
  expect(terminal.err()).toBe('! nas.yaml:7:5  odd → mend it\n! odder\n');
});

test('instances are chosen by name; one that is off is read when it is named', () => {
  const one = configured({ ...main, url: 'http://a', apiKey: 'k' });
  const off = configured({ service: 'sonarr', name: 'tv', url: 'http://b', apiKey: 'k' }, { enabled: false });
  expect(selectInstances([one, off], { addresses: [], service: null })).toEqual([one]);
  expect(selectInstances([one, off], { addresses: ['tv'], service: null })).toEqual([off]);
  expect(() => selectInstances([one, off], { addresses: ['zzz'], service: null })).toThrow(
    'there is no instance "zzz"',
  );
  const other = { ...one, service: 'sonarr' as const };
  expect(() => selectInstances([one, other], { addresses: ['mian'], service: null })).toThrow(
    expect.objectContaining({ hint: 'Did you mean "main"?' }),
  );
  expect(() => selectInstances([], { addresses: ['main'], service: null })).toThrow(
    'there is no instance "main"',
  );
  expect(() => selectInstances([off], { addresses: [], service: null })).toThrow(
    'there is no instance to read',
  );
});
