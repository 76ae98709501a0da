import { z } from 'zod';
import { type FileFacts, factsOf } from '../../model/changes/file-facts.ts';
import { slotNumbers } from '../../model/changes/slots-of.ts';
import { inputsMark } from '../../model/inputs-mark.ts';
import { type FormatHit, type MediaFile, sumOfFormats } from '../../model/media-file.ts';
import type { Episode } from '../../model/part.ts';
import type { FileRow } from '../file-tables.ts';
import { packExtra } from '../rows/extra-row.ts';
import { packFacts, unpackFacts } from '../rows/facts-row.ts';
import type { MatchSets } from '../rows/match-sets.ts';
import type { Terms } from '../rows/terms.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import { tenant } from '../tenant.ts';

/** What rows of files are made with. */
export interface FileRowParts {
  readonly instance: number;
  readonly run: number;
  readonly terms: Terms;
  readonly sets: MatchSets;
  readonly after: RulesAtRun;
}

/** A file that was read, with its place in the store. */
export interface PlacedFile {
  readonly file: MediaFile;
  readonly item: number;
  readonly mark: number;
}

/** We wrote them ourselves: the type is told, not checked. */
const Episodes = z.custom<readonly Episode[]>();

/** A movie's season and episode: it has neither. */
export const noEpisode = -1;

/** The row of a file as if its span began now. */
export function fileRow({ file, item, mark }: PlacedFile, parts: FileRowParts): FileRow {
  const { instance, run, terms, sets, after } = parts;
  const facts = factsOf(file);
  const known = file.formats.filter(({ id }) => after.numberOf(id) !== null);
  return {
    tenant,
    instance,
    item,
    file_id: file.fileId,
    season: file.part?.season ?? noEpisode,
    episodes: file.part === null ? null : JSON.stringify(file.part.episodes),
    from_run: run,
    seen_run: run,
    mark,
    inputs: inputsMark(facts),
    profile: file.profile.id,
    match_set: sets.numberOf(numbersOf(known, after)),
    // A format that is in no list of rules counts by its points alone.
    surplus: file.score - sumOfFormats(known),
    quality: terms.numberOf(file.quality),
    size_bytes: file.sizeBytes,
    facts: packFacts(facts, terms),
    extra: packExtra(file),
  };
}

function numbersOf(formats: readonly FormatHit[], after: RulesAtRun): readonly number[] {
  return formats.flatMap(({ id }) => after.numberOf(id) ?? []).toSorted((a, b) => a - b);
}

/** What a stored row says under the rules of a moment. */
export function factsOfRow(
  row: Pick<FileRow, 'profile' | 'match_set' | 'surplus'> & { readonly facts: string },
  at: RulesAtRun,
  { terms, sets }: Pick<FileRowParts, 'terms' | 'sets'>,
): FileFacts {
  return {
    ...unpackFacts(row.facts, terms),
    profileId: row.profile,
    formatIds: at.idsOf(sets.formats(row.match_set)),
    surplus: row.surplus,
  };
}

/** The numbers of a row's slots, each once; a movie's only one is `noEpisode`. */
export function episodesOf({
  season,
  episodes,
  file_id,
}: Pick<FileRow, 'season' | 'episodes' | 'file_id'>): readonly number[] {
  if (episodes === null) return [noEpisode];
  return [...new Set(slotNumbers({ season, episodes: Episodes.parse(JSON.parse(episodes)) }, file_id))];
}

/** Whether two rows of a file say the same of its history. The matches of formats that are gone do not count. */
export function isSameSpan(before: FileRow, after: FileRow, { sets, after: rules }: FileRowParts): boolean {
  return (
    before.facts === after.facts &&
    before.profile === after.profile &&
    before.surplus === after.surplus &&
    before.season === after.season &&
    episodesOf(before).join() === episodesOf(after).join() &&
    (before.match_set === after.match_set || isSameSet(before, after, { sets, rules }))
  );
}

function isSameSet(
  before: FileRow,
  after: FileRow,
  { sets, rules }: { readonly sets: MatchSets; readonly rules: RulesAtRun },
): boolean {
  return (
    rules.idsOf(sets.formats(before.match_set)).join() === rules.idsOf(sets.formats(after.match_set)).join()
  );
}
