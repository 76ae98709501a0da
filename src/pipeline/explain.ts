import type { ArrClient } from '../arr/client.ts';
import type { InstanceConfig } from '../config/config.ts';
import type { AppError } from '../lib/errors.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import { type InstanceName, instanceKey } from '../model/instance.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Rules } from '../model/rules.ts';
import type { Server } from '../model/server.ts';
import type { FileCard } from '../scoring/card/card.ts';
import { fileCard } from '../scoring/card/file-card.ts';
import { type ReleaseCard, releaseCard } from '../scoring/card/release-card.ts';
import { type FileQuery, nearestTitles, readFileQuery } from './find-files.ts';
import { patternGuard } from './pattern-guard.ts';
import { asResult, readSome, readWanted, recallSome, type SomeContext, type SomeFiles } from './read-some.ts';
import { type Past, recall } from './recall.ts';
import { exporters } from './registry.ts';

/** What a person asks. */
export interface ExplainRequest extends SomeContext {
  readonly instances: readonly InstanceConfig[];
  /** A title, a key, or a release's name. */
  readonly text: string;
  /** The place of a store: its newest snapshots are looked at, and no server. null: servers are asked. */
  readonly fromStore: string | null;
  /** Of a release, where the person knows it; a name does not say. */
  readonly sizeBytes: number;
  readonly indexerFlags: number;
}

/** Everything that was found, and every instance that could not be asked. */
export interface Explained {
  readonly files: readonly ExplainedFile[];
  readonly releases: readonly ExplainedRelease[];
  readonly failures: readonly { readonly instance: InstanceName; readonly failure: ArrFailure }[];
}

/** A file with its card, made only when it is asked for. */
export interface ExplainedFile {
  readonly instance: InstanceName;
  readonly file: MediaFile;
  /** Of its instance. */
  readonly rules: Rules;
  /** When file and rules were collected; null: they are those of now. */
  readonly collectedAt: Date | null;
  /** What the store remembers; null where it was not asked or does not know. */
  readonly past: Past | null;
  readonly card: () => FileCard;
  readonly withPast: (past: Past | null) => ExplainedFile;
}

/** A release with its card. */
export interface ExplainedRelease {
  readonly instance: InstanceName;
  readonly card: ReleaseCard;
}

/**
 * Looks for a title or key in every instance and, where nothing has the title, takes it for a release's name.
 * A name is taken apart by servers: a store has no releases.
 *
 * @throws {AppError} code `store`, only when it is the store that is asked
 */
export async function explain(request: ExplainRequest): Promise<Explained> {
  const query = readFileQuery(request.text);
  const asked = request.instances.filter(
    (one) => query.instanceKey === null || instanceKey(one) === query.instanceKey,
  );
  const found = await findFiles(asked, query, request);
  const files = filesOf(found, query);
  const failures = found.filter((one) => !one.ok);
  if (files.length > 0 || request.fromStore !== null || query.isKey) return { files, releases: [], failures };
  const silent = new Set(failures.map(({ instance }) => instanceKey(instance)));
  const answering = asked.filter((config) => !silent.has(instanceKey(config)));
  const parsed = (await Promise.all(answering.map((config) => parseAt(config, request)))).filter(
    (one) => one !== null,
  );
  const releases = parsed.filter((one) => 'card' in one);
  return { files: [], releases, failures: [...failures, ...parsed.filter((one) => 'failure' in one)] };
}

function findFiles(
  asked: ExplainRequest['instances'],
  { wantsItem }: FileQuery,
  request: ExplainRequest,
): Promise<readonly SomeFiles[]> {
  const { fromStore } = request;
  if (fromStore !== null) return recallSome(fromStore, asked, wantsItem);
  return Promise.all(asked.map((config) => readSome(config, wantsItem, request)));
}

function filesOf(found: readonly SomeFiles[], query: FileQuery): readonly ExplainedFile[] {
  const read = found.filter((one) => one.ok);
  const wanted = read.flatMap(({ files }) => files.filter(query.wantsFile));
  const nearest = new Set(query.instanceKey === null ? nearestTitles(wanted, query) : wanted);
  return read.flatMap(({ instance, files, rules, server, collectedAt }) =>
    files
      .filter((file) => nearest.has(file))
      .map((file) => explainedFile({ instance, file, rules, collectedAt, past: null }, server)),
  );
}

function explainedFile(about: Omit<ExplainedFile, 'card' | 'withPast'>, server: Server): ExplainedFile {
  const { file, rules, past } = about;
  const bestSeen = past?.bestSeen ?? null;
  return {
    ...about,
    card: () => fileCard({ file, rules, isWindows: server.isWindows, bestSeen, guard: patternGuard() }),
    withPast: (known) => explainedFile({ ...about, past: known }, server),
  };
}

/** The same with what the store remembers of each file. @param place  of the store */
export async function withPasts(
  explained: Explained,
  place: string,
): Promise<{ readonly explained: Explained; readonly problem: AppError | null }> {
  const { pasts, problem } = await recall(explained.files, place);
  const files = explained.files.map((one, index) => one.withPast(pasts[index] ?? null));
  return { explained: { ...explained, files }, problem };
}

type ParseResult = ExplainedRelease | (SomeFiles & { readonly ok: false }) | null;

function parseAt(config: InstanceConfig, request: ExplainRequest): Promise<ParseResult> {
  return asResult(config, request, (client, server) => parseRelease({ client, server, config, request }));
}

interface Parsing {
  readonly client: ArrClient;
  readonly server: Server;
  readonly config: InstanceConfig;
  readonly request: ExplainRequest;
}

/** @returns null where the name belongs to nothing in this library */
async function parseRelease({ client, server, config, request }: Parsing): Promise<ParseResult> {
  const answer = await exporters[config.service].parse(client, request.text);
  const { parsed, itemId, episodeIds, isSeasonPack, isAnime } = answer;
  if (parsed === null || itemId === null) return null;
  const { rules, items, files } = await readWanted(client, server, {
    config,
    wants: ({ id }) => id === itemId,
  });
  const item = items.get(itemId);
  const profile = rules.profiles.find(({ id }) => id === item?.profileId);
  if (item === undefined || profile === undefined) return null;
  const held = files.filter(
    ({ part }) => part === null || part.episodes.some(({ id }) => episodeIds.includes(id)),
  );
  const heldIds = held.flatMap(({ part }) => part?.episodes.map(({ id }) => id) ?? []);
  const missingEpisodes = episodeIds.filter((id) => !heldIds.includes(id)).length;
  const { sizeBytes, indexerFlags, text: title } = request;
  const card = releaseCard({
    title,
    parsed: { ...parsed, sizeBytes, indexerFlags },
    item,
    profile,
    rules,
    files: held,
    seasonPack: isSeasonPack ? { missingEpisodes } : null,
    isAnime,
    guard: patternGuard(),
  });
  return { instance: { service: config.service, name: config.name }, card };
}
