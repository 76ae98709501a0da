import type { Service } from '../model/service.ts';
import { type Content, contentOf } from './content.ts';
import { readRecordedSet, readStory } from './fixtures.ts';
import { packLibrary } from './generated/packed-library.ts';
import { resample } from './generated/resample.ts';
import { createLibrary, type SimulatedLibrary } from './library.ts';
import { type RecordedAnswer, readRecordedFolder } from './recorded-answer.ts';

/** Recorded answers: a set that is shipped, or a folder of recordings. */
export type RecordedSource =
  | { readonly kind: 'recorded'; readonly set: string }
  | { readonly kind: 'folder'; readonly path: string };

/** What a simulated server serves. */
export type LibrarySource =
  | RecordedSource
  /** The same server before and after each kind of edit; `path`: a folder with a folder a step. */
  | { readonly kind: 'story'; readonly step?: number; readonly path?: string }
  /** A library of any size drawn from recorded rows; default from `own-small`. */
  | {
      readonly kind: 'generated';
      readonly items: number;
      readonly seed: string | number;
      readonly from?: RecordedSource;
    }
  /** One that was opened before: servers that are started again and again can share it. */
  | { readonly kind: 'opened'; readonly library: SimulatedLibrary };

/** The libraries of one server: one, or one a step of its story. */
export async function openLibraries(
  service: Service,
  source: LibrarySource,
): Promise<readonly SimulatedLibrary[]> {
  if (source.kind === 'opened') return [source.library];
  if (source.kind === 'story') {
    const story = await readStory(service, source.path ?? null);
    return story.map((answers) => createLibrary(contentOf(service, answers)));
  }
  if (source.kind !== 'generated') return [createLibrary(await openContent(service, source))];
  const recorded = await openContent(service, source.from ?? { kind: 'recorded', set: 'own-small' });
  return [await packLibrary(createLibrary(resample(recorded, source)))];
}

/** What a recorded server knows. */
export async function openContent(service: Service, source: RecordedSource): Promise<Content> {
  return contentOf(service, await readAnswers(service, source));
}

async function readAnswers(service: Service, source: RecordedSource): Promise<readonly RecordedAnswer[]> {
  if (source.kind === 'folder') return readRecordedFolder(source.path);
  const answers = await readRecordedSet(service, source.set);
  const hasParseApart = service === 'radarr' && source.set === 'own-small';
  return hasParseApart ? [...answers, ...(await readRecordedSet(service, 'own-parse'))] : answers;
}
