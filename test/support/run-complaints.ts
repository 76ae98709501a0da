import { type Service, services } from '../../src/model/service.ts';
import type { FaultKind } from '../../src/simulator/faults/fault.ts';
import { usualFaults } from '../../src/simulator/faults/random-faults.ts';
import type { PlayedExport, PlayedFile, PlayedInstance } from './played-export.ts';

/** What the servers really have. */
export interface Truth {
  /** Numbered from 1. */
  readonly items: Readonly<Record<Service, number>>;
  /** By `keyOf`. */
  readonly files: ReadonlyMap<string, PlayedFile>;
}

/** A request that chance struck. */
export interface Struck {
  /** `radarr/main` */
  readonly instance: string;
  readonly fault: FaultKind;
}

/** What a run is held against. */
export interface Facts {
  readonly truth: Truth;
  readonly struck: readonly Struck[];
  /** Nobody may have said these. */
  readonly keys: readonly string[];
}

/** What a run may wait in all, on its own clock: retries, and all pauses of the breaker. */
export const longestWaitMs = 180_000;

/** Which file a line is about. */
export function keyOf({ service, itemId, fileId }: PlayedFile): string {
  return `${service} ${itemId} ${fileId}`;
}

/** What is wrong with a run; nothing, if all is well. */
export function complaintsAbout(played: PlayedExport, { truth, struck, keys }: Facts): readonly string[] {
  const { told, code, texts, left, waitedMs, files } = played;
  const perService = services.flatMap((service) => {
    const instance = told.instances.find((one) => one.service === service);
    if (instance === undefined) return [`${service} is not told of`];
    const own = files.filter((file) => file.service === service);
    return instance.ok
      ? complaintsOf({ service, told: instance, files: own, truth, struck })
      : complaintsOfFailed(instance, own);
  });
  const isWhole = told.instances.every(
    ({ ok, skipped, oddities }) => ok && skipped.length === 0 && !oddities.some(isDoubtful),
  );
  return [
    ...perService,
    ...(code === (isWhole ? 0 : 3) && code === told.exitCode ? [] : [`the code is ${code}`]),
    ...(new Set(files.map(keyOf)).size === files.length ? [] : ['a file is there twice']),
    ...(waitedMs < longestWaitMs ? [] : [`it waited for ${waitedMs} ms`]),
    // Spools of runs beside this one are there, too.
    ...left.filter((name) => !name.includes('spool')).map((name) => `left behind: ${name}`),
    ...keys.filter((key) => texts.some((text) => text.includes(key))).map(() => 'a key is told'),
  ];
}

function isDoubtful({ kind }: PlayedInstance['oddities'][number]): boolean {
  return ['rules-moved', 'rules-unchecked', 'sum-differs'].includes(kind);
}

function complaintsOfFailed(
  { service, failure }: PlayedInstance,
  files: readonly PlayedFile[],
): readonly string[] {
  if (failure === null) return [`${service} failed, and nobody says why`];
  return files.length === 0 ? [] : [`${service} failed, and has files`];
}

interface OneService {
  readonly service: Service;
  readonly told: PlayedInstance;
  readonly files: readonly PlayedFile[];
  readonly truth: Truth;
  readonly struck: readonly Struck[];
}

function complaintsOf(one: OneService): readonly string[] {
  return [...wrongScores(one), ...namelessFiles(one)];
}

/** A score is the true one, or that of rules as somebody edited them; and its formats add up to it, or it is named. */
function wrongScores({ service, told, files, truth, struck }: OneService): readonly string[] {
  const edits = Array.from(
    { length: times(struck, service, 'rules-edited') + 1 },
    (_, edit) => edit * editedBy,
  );
  const odd = new Set(told.oddities.filter(({ kind }) => kind === 'sum-differs').map(({ itemId }) => itemId));
  return files.flatMap((file) => {
    const known = truth.files.get(keyOf(file));
    if (known === undefined) return [`invented: ${keyOf(file)}`];
    if (!edits.includes(file.score - known.score)) return [`wrong score: ${keyOf(file)}`];
    const sum = file.formats.reduce((total, { score }) => total + score, 0);
    return sum === file.score || odd.has(file.itemId) ? [] : [`wrong sum, and not named: ${keyOf(file)}`];
  });
}

const editedBy = usualFaults['rules-edited'].by;

/** A file is there, or its item is named, or was deleted; never two of these. */
function namelessFiles({ service, told, files, truth, struck }: OneService): readonly string[] {
  const read = new Set(files.map(keyOf));
  const named = new Set(told.skipped.map(({ itemId }) => itemId));
  // Each strike deletes the last item of the list.
  const lastItem = truth.items[service] - times(struck, service, 'item-deleted');
  const all = [...truth.files.values()].filter((file) => file.service === service);
  const nameless = all.filter(
    (file) => !read.has(keyOf(file)) && !named.has(file.itemId) && file.itemId <= lastItem,
  );
  const both = files.filter(({ itemId }) => named.has(itemId));
  return [
    ...nameless.map((file) => `missing, and not named: ${keyOf(file)}`),
    ...both.map((file) => `there, and said to be missing: ${keyOf(file)}`),
  ];
}

function times(struck: readonly Struck[], service: Service, wanted: FaultKind): number {
  return struck.filter(({ instance, fault }) => fault === wanted && instance.startsWith(`${service}/`))
    .length;
}
