import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { runExport } from '../../src/cli/shared/run-export.ts';
import { createTalk } from '../../src/cli/shared/talk.ts';
import type { InstanceConfig } from '../../src/config/config.ts';
import type { Effects } from '../../src/pipeline/effects.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';
import { configured, noProxy } from './configured.ts';
import { aFolder } from './folder.ts';
import { aTerminal } from './terminal.ts';

/** A clock on which waits take no time, and how long they would have taken. */
export interface VirtualTime {
  readonly effects: Effects;
  readonly waitedMs: () => number;
}

/** Enough for a simulated server to come back. */
const shortMs = 20;

/** Waits are counted, and cut short; requests take their real time. */
export function virtualTime(only: Partial<Effects> = {}): VirtualTime {
  let waited = 0;
  const effects: Effects = {
    now: () => new Date(Date.UTC(2026, 10, 22, 12) + waited),
    elapsedMs: () => performance.now() + waited,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      waited += ms;
      await delay(Math.min(ms, shortMs));
    },
    signal: new AbortController().signal,
    ...only,
  };
  return { effects, waitedMs: () => waited };
}

/** A line of NDJSON, as far as a test looks at it. */
export interface PlayedFile {
  readonly service: string;
  readonly itemId: number;
  readonly fileId: number;
  readonly score: number;
  readonly formats: readonly { readonly score: number }[];
}

/** Why something could not be read. */
export interface PlayedFailure {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
}

/** One instance of the run file; lists are empty where it failed. */
export interface PlayedInstance {
  readonly service: string;
  readonly ok: boolean;
  readonly failure: PlayedFailure | null;
  readonly skipped: readonly { readonly itemId: number; readonly failure: PlayedFailure }[];
  readonly oddities: readonly { readonly kind: string; readonly itemId: number | null }[];
}

const Files: z.ZodType<readonly PlayedFile[]> = z.array(
  z.object({
    service: z.string(),
    itemId: z.number(),
    fileId: z.number(),
    score: z.number(),
    formats: z.array(z.object({ score: z.number() })),
  }),
);
const Failure: z.ZodType<PlayedFailure> = z.object({
  kind: z.string(),
  message: z.string(),
  hint: z.string(),
});
const Told: z.ZodType<{ readonly exitCode: number; readonly instances: readonly PlayedInstance[] }> =
  z.object({
    exitCode: z.number(),
    instances: z.array(
      z.object({
        service: z.string(),
        ok: z.boolean(),
        failure: Failure.nullable().default(null),
        skipped: z.array(z.object({ itemId: z.number(), failure: Failure })).default([]),
        oddities: z.array(z.object({ kind: z.string(), itemId: z.number().nullable() })).default([]),
      }),
    ),
  });

/** What an export of simulated servers left behind. */
export interface PlayedExport {
  readonly code: number;
  readonly files: readonly PlayedFile[];
  /** From the run file. */
  readonly told: { readonly exitCode: number; readonly instances: readonly PlayedInstance[] };
  readonly waitedMs: number;
  /** Names in the folder of outputs, and spools of this process, afterwards. */
  readonly left: readonly string[];
  /** Everything that was written anywhere. */
  readonly texts: readonly string[];
}

/** Short limits: nothing answers slowly that is not meant to. */
const hasty: Partial<InstanceConfig> = {
  timeouts: { connectMs: 2_000, listFirstByteMs: 400, listIdleMs: 400, otherMs: 400 },
};

/** Exports as the command does, to a folder of its own, and looks at all that is there afterwards. */
export async function playExport(
  instances: readonly RunningInstance[],
  only: Partial<InstanceConfig> = {},
  time: VirtualTime = virtualTime(),
): Promise<PlayedExport> {
  await using folder = await aFolder({});
  const terminal = aTerminal();
  const log: string[] = [];
  const talk = createTalk({
    quiet: false,
    verbose: true,
    // Nothing is scrubbed here: a key must not get this far.
    secrets: [],
    log: (_level, text) => log.push(text),
    stderr: terminal.stderr,
  });
  const code = await runExport(
    {
      instances: instances.map((instance) => configured(instance, { ...hasty, ...only })),
      proxy: noProxy,
      formats: ['ndjson', 'csv'],
      out: { kind: 'folder', path: folder.path },
      filter: { conditions: [] },
      sort: null,
      limit: null,
      options: { bom: false, separator: ',', wide: false, rawCells: false },
      redactWith: null,
      talk,
      terminal,
      mayDraw: false,
    },
    time.effects,
  );
  const names = readdirSync(folder.path);
  // Where no instance could be read there is a run file only.
  const text = (end: string): string => {
    const name = names.find((one) => one.endsWith(end));
    return name === undefined ? '' : readFileSync(join(folder.path, name), 'utf8');
  };
  const lines = text('.ndjson').split('\n').slice(0, -1);
  return {
    code,
    files: Files.parse(lines.map((line): unknown => JSON.parse(line))),
    told: Told.parse(JSON.parse(text('.run.json'))),
    waitedMs: time.waitedMs(),
    left: [...names.filter((name) => !/[.](ndjson|csv|json)$/.test(name)), ...ownSpools()],
    texts: [...names.map((name) => text(name)), ...log, terminal.out(), terminal.err()],
  };
}

/** Spools of this process. */
export function ownSpools(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`arr-score-spool-${process.pid}-`));
}
