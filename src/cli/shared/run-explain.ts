import type { Config } from '../../config/config.ts';
import { AppError } from '../../lib/errors.ts';
import { describeFailure, hintForFailure } from '../../model/arr-failure.ts';
import { cutoffLabel } from '../../model/cutoff-state.ts';
import { type InstanceName, instanceAddress, instanceKey } from '../../model/instance.ts';
import { realEffects } from '../../pipeline/effects.ts';
import { type Explained, explain, withPasts } from '../../pipeline/explain.ts';
import { type FileQuery, readFileQuery } from '../../pipeline/find-files.ts';
import { cutoffState } from '../../scoring/cutoff-state.ts';
import { type CommandContext, type ExitCode, exitCode } from '../command.ts';
import { explainedJson } from './card-json.ts';
import { fileCardMarkdown, releaseCardMarkdown } from './card-markdown.ts';
import { fileCardLines, releaseCardLines, titleOf } from './card-text.ts';
import { endToEnd } from './columns.ts';
import { configFor } from './config-for.ts';
import { type ExplainFlags, readExplainFlags } from './explain-flags.ts';
import type { GlobalFlags } from './global-flags.ts';
import { localTime } from './local-time.ts';
import { openTalk } from './open-talk.ts';
import { createReadingTalk } from './reading-talk.ts';
import { sayWarnings } from './say-warnings.ts';
import { selectInstances } from './select-instances.ts';
import { createScrubber, type Talk } from './talk.ts';
import { count, counted, oneLine } from './words.ts';

/** What the person typed. */
export interface ExplainCall {
  readonly text: string;
  readonly addresses: readonly string[];
  readonly flags: unknown;
  readonly global: GlobalFlags;
}

const whatToWrite = 'Write a part of the title, tmdb:603, tvdb:81189 S01E02, or the full name of a release.';

/** Cards for so many files; of more, one line each. */
const cardsShown = 3;

/** Explains a file or a release. @throws {AppError} */
export async function runExplain(call: ExplainCall, context: CommandContext): Promise<ExitCode> {
  const { text, addresses, global } = call;
  const flags = readExplainFlags(call.flags);
  if (text.trim() === '') throw new AppError('nothing to explain', { code: 'config', hint: whatToWrite });
  const config = await configFor(global, context);
  const instances = selectInstances(config.instances, { addresses, service: null });
  const talk = await openTalk(global, context, config.secrets);
  sayWarnings(config.warnings, talk);
  const effects = realEffects(context.signal);
  const tell = createReadingTalk({ talk, bars: null, instances, now: effects.now });
  const { sizeBytes, indexerFlags } = flags;
  const fromStore = flags.fromStore ? config.store : null;
  const request = { instances, text, fromStore, sizeBytes, indexerFlags, proxy: config.proxy, effects, tell };
  const found = await explain(request);
  const explained = isListed(found, flags) ? found : await withPast(found, config, talk);
  for (const { instance, failure } of explained.failures) {
    talk.say('warning', `${instanceAddress(instance, instances)}: ${describeFailure(failure)}`);
    talk.say('warning', `→ ${hintForFailure(failure)}`);
  }
  sayAge(explained, instances, talk);
  const scrub = createScrubber(config.secrets);
  const printed = print(explained, flags, instances);
  if (printed === '' && explained.failures.length === 0) throw nothingFound(text, flags, instances);
  context.terminal.stdout.write(scrub(printed));
  return explained.failures.length === 0 ? exitCode.ok : exitCode.partial;
}

/** A store that cannot be read takes nothing from a card but what only it knows. */
async function withPast(found: Explained, { store }: Config, talk: Talk): Promise<Explained> {
  const { explained, problem } = await withPasts(found, store);
  if (problem !== null) talk.say('info', `no timeline: ${problem.message}. ${problem.hint}`);
  return explained;
}

/** What was collected may be old. */
function sayAge({ files }: Explained, instances: readonly InstanceName[], talk: Talk): void {
  const ages = new Map(
    files.map(({ instance, collectedAt }) => [instanceAddress(instance, instances), collectedAt]),
  );
  for (const [address, at] of ages)
    if (at !== null) talk.say('info', `${address}: as collected on ${localTime(at)}`);
}

/** Of many files only a list is shown. */
function isListed({ files }: Explained, { format }: ExplainFlags): boolean {
  return format === 'text' && files.length > cardsShown;
}

function print(explained: Explained, flags: ExplainFlags, instances: readonly InstanceName[]): string {
  const { files, releases } = explained;
  if (files.length + releases.length === 0) return '';
  if (flags.format === 'json') return explainedJson(explained);
  const optionsOf = (instance: InstanceName): { address: string; all: boolean } => ({
    address: instanceAddress(instance, instances),
    all: flags.all,
  });
  if (flags.format === 'markdown') {
    const cards = files.map((one) => fileCardMarkdown(one, optionsOf(one.instance)));
    return [...cards, ...releases.map((one) => releaseCardMarkdown(one, optionsOf(one.instance)))].join('\n');
  }
  if (isListed(explained, flags)) return listed(explained);
  const cards = [
    ...files.map((one) => fileCardLines(one, optionsOf(one.instance))),
    ...releases.map((one) => releaseCardLines(one, optionsOf(one.instance))),
  ];
  return cards.map((lines) => lines.map((line) => `${oneLine(line)}\n`).join('')).join('\n');
}

/** Many files of one name: each with its key, for a second, closer question. */
function listed({ files }: Explained): string {
  const lines = files.map(({ instance, file }) =>
    endToEnd(
      `${count(file.score).padStart(8)}  ${titleOf({ file })}`,
      `${cutoffLabel(cutoffState(file.profile, file))}  ${instanceKey(instance)}#${file.fileId}`,
    ),
  );
  const head = `${counted(files.length, 'file')}: explain one by its title with year or episode, or by its key`;
  return `${[head, ...lines].map(oneLine).join('\n')}\n`;
}

function nothingFound(
  text: string,
  { fromStore }: ExplainFlags,
  instances: readonly InstanceName[],
): AppError {
  const nothing = `nothing in the library is called "${text}"`;
  const query = readFileQuery(text);
  if (query.isKey) return nobodysKey(query, instances);
  if (fromStore) {
    const hint = "A release's name is taken apart by a server: for one, leave --from-store away.";
    return new AppError(nothing, { code: 'config', hint });
  }
  return new AppError(`${nothing}, and no server takes it for a release of something in it`, {
    code: 'config',
    hint: whatToWrite,
  });
}

function nobodysKey({ text, instanceKey: named }: FileQuery, instances: readonly InstanceName[]): AppError {
  const known = instances.map(instanceKey);
  if (named !== null && !known.includes(named)) {
    const hint = `Asked were ${known.join(', ')}.`;
    return new AppError(`there is no instance "${named}" for "${text}"`, { code: 'config', hint });
  }
  const hint = named === null ? whatToWrite : `A file's number changes with every download. ${whatToWrite}`;
  return new AppError(`nothing in the library has the key "${text}"`, { code: 'config', hint });
}
