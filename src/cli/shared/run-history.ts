import type { Config } from '../../config/config.ts';
import { AppError } from '../../lib/errors.ts';
import type { HistoryEntry } from '../../model/history-entry.ts';
import { type InstanceName, instanceAddress, instanceKey } from '../../model/instance.ts';
import { askHistory } from '../../pipeline/ask-history.ts';
import { realEffects } from '../../pipeline/effects.ts';
import { historyCsv } from '../../pipeline/history-csv.ts';
import { historyRecord } from '../../pipeline/history-record.ts';
import type { History } from '../../pipeline/tell-history.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { configFor } from './config-for.ts';
import type { GlobalFlags } from './global-flags.ts';
import { type HistoryFlags, readHistoryFlags } from './history-flags.ts';
import { historyText } from './history-text.ts';
import { openTalk } from './open-talk.ts';
import { selectInstances } from './select-instances.ts';
import { counted } from './words.ts';

/** A command line of `history`. */
export interface HistoryCommand {
  readonly title: string | null;
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

/** Tells what happened, from the store alone: no server is asked. @throws {AppError} */
export async function runHistory(
  { title, flags: raw, global }: HistoryCommand,
  context: CommandContext,
): Promise<ExitCode> {
  const flags = readHistoryFlags(raw, realEffects(context.signal).now());
  const config = await configFor(global, context);
  const talk = await openTalk(global, context, config.secrets);
  const { instances: addresses, since, causes, kinds, withRescored } = flags;
  const instances = addresses.length === 0 ? null : namesOf(config, addresses);
  const question = { title, instances, since, causes, kinds, withRescored };
  const history = await askHistory(config, question);
  if (title !== null && history.slots === 0) throw unknownTitle(title);
  if (history.isCut) talk.say('warning', 'more has this title than is told: give more of it');
  context.terminal.stdout.write(written(history.entries, flags, { config, context }));
  talk.say('info', saying(history, flags));
  return exitCode.ok;
}

function namesOf(config: Config, addresses: readonly string[]): readonly InstanceName[] {
  return selectInstances(config.instances, { addresses, service: null });
}

function unknownTitle(title: string): AppError {
  const hint = 'Part of a title is enough, without its year; "arr-score collect" fills the store.';
  return new AppError(`nothing in the store is called "${title}"`, { code: 'config', hint });
}

function written(
  entries: readonly HistoryEntry[],
  { format }: HistoryFlags,
  { config, context }: { readonly config: Config; readonly context: CommandContext },
): string {
  switch (format) {
    case 'text': {
      const nameOf = namer(config.instances);
      const width = Math.max(60, context.terminal.stdout.columns ?? 80);
      return entries.map((entry) => `${historyText(entry, { nameOf, width }).join('\n')}\n`).join('');
    }
    case 'csv':
      return historyCsv(entries);
    case 'json':
      return `${JSON.stringify(entries.map(historyRecord), null, 2)}\n`;
    case 'ndjson':
      return entries.map((entry) => `${JSON.stringify(historyRecord(entry))}\n`).join('');
  }
}

/** An instance that left the configuration keeps its whole name. */
function namer(all: readonly InstanceName[]): (key: string) => string {
  const names = new Map(all.map((instance) => [instanceKey(instance), instanceAddress(instance, all)]));
  return (key) => names.get(key) ?? key;
}

function saying({ entries }: History, { since }: HistoryFlags): string {
  const when = since === null ? '' : ` since ${since.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (entries.length === 0) return `nothing happened${when} that was asked for`;
  return `${counted(entries.length, 'thing')} happened${when}`;
}
