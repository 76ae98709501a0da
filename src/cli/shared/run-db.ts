import type { Config } from '../../config/config.ts';
import { AppError } from '../../lib/errors.ts';
import { realEffects } from '../../pipeline/effects.ts';
import {
  backUpStore,
  bringBackStore,
  checkStore,
  migrateStore,
  pruneStore,
  storeInfo,
  vacuumStore,
} from '../../pipeline/keep-store.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { createScrubber } from './talk.ts';
import { count, counted, fileSize, oneLine } from './words.ts';

/** What can be done with a store. */
export type DbAction = 'info' | 'check' | 'migrate' | 'backup' | 'restore' | 'vacuum' | 'prune';

/** What the person typed. */
export interface DbCall {
  readonly action: DbAction;
  /** Empty where the action takes none. */
  readonly file: string;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly global: GlobalFlags;
}

interface Did {
  readonly lines: readonly string[];
  readonly code: ExitCode;
}

interface Doing {
  readonly config: Config;
  readonly file: string;
  readonly flags: DbCall['flags'];
  readonly effects: ReturnType<typeof realEffects>;
}

const actions: Readonly<Record<DbAction, (doing: Doing) => Promise<Did>>> = {
  info: async ({ config }) => done(infoLines(await storeInfo(config))),
  check: async ({ config }) => {
    const flaws = await checkStore(config);
    if (flaws.length === 0) return done(['the store is sound']);
    const lines = flaws.map(({ instance, problem }) =>
      instance === null ? problem : `${instance}: ${problem}`,
    );
    return {
      lines: [...lines, '→ Keep the file, then bring back a backup: arr-score db restore FILE.'],
      code: exitCode.failure,
    };
  },
  migrate: async ({ config }) => {
    const { version } = await migrateStore(config);
    return done([`the tables are up to date: version ${version}`]);
  },
  backup: async ({ config, file }) => {
    await backUpStore(config, file);
    return done([`→ ${file}`]);
  },
  restore: async ({ config, file, effects }) => {
    const { keptAs, files } = await bringBackStore(config, file, effects);
    const kept = keptAs === null ? [] : [`the store that was there is now ${keptAs}`];
    return done([`${counted(files, 'file')} brought back to ${config.store}`, ...kept]);
  },
  vacuum: async ({ config }) => {
    const [before, after] = await vacuumStore(config);
    return done([`${fileSize(before)} before, ${fileSize(after)} after`]);
  },
  prune: async ({ config, flags, effects }) => {
    const { days } = await pruneStore(config, readDays(flags['keep']), effects);
    return done([`${counted(days, 'daily count')} thinned out; every change is still there`]);
  },
};

/** Looks after the store of the configuration. @throws {AppError} */
export async function runDb(
  { action, file, flags, global }: DbCall,
  context: CommandContext,
): Promise<ExitCode> {
  const config = await configFor(global, context);
  const effects = realEffects(context.signal);
  const { lines, code } = await actions[action]({ config, file, flags, effects });
  const scrub = createScrubber(config.secrets);
  for (const line of lines) context.terminal.stdout.write(`${scrub(oneLine(line))}\n`);
  return code;
}

function done(lines: readonly string[]): Did {
  return { lines, code: exitCode.ok };
}

function infoLines({
  engine,
  place,
  version,
  sizeBytes,
  instances,
}: Awaited<ReturnType<typeof storeInfo>>): readonly string[] {
  const name = engine === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  return [
    `${name} ${place}  ${fileSize(sizeBytes)}  tables version ${version}`,
    ...instances.flatMap((one) => [
      `${one.key}  ${counted(one.items, 'item')}, ${counted(one.files, 'file')}, ${counted(one.snapshots, 'snapshot')}`,
      `  ${spanText(one.firstAt, one.newestAt)}; ${counted(one.facts, 'past span')}, ${count(one.events)} events of the server's own`,
    ]),
  ];
}

function spanText(first: Date | null, newest: Date | null): string {
  if (first === null || newest === null) return 'never read';
  return `from ${first.toLocaleString('sv')} to ${newest.toLocaleString('sv')}`;
}

/** `400d`, or a bare number of days. */
function readDays(given: unknown): number {
  const [, days] = /^(\d{1,5})d?$/.exec(String(given)) ?? [];
  if (days !== undefined && Number(days) > 0) return Number(days);
  throw new AppError('--keep takes a number of days', { code: 'config', hint: 'Write --keep 400d.' });
}
