import type { FormatHit, MediaFile } from '../../model/media-file.ts';
import type { Rules } from '../../model/rules.ts';
import { ceiling } from '../ceiling/ceiling.ts';
import { cutoffState } from '../cutoff-state.ts';
import type { FormatEvidence } from '../matching/evidence.ts';
import { explainFormats } from '../matching/explain-formats.ts';
import { fileInput } from '../matching/file-input.ts';
import { createFormatMatcher, describeFormatProblem, formatProblems } from '../matching/format-matcher.ts';
import { matchAll } from '../matching/match-all.ts';
import { nearMisses } from '../matching/near-misses.ts';
import { needed } from '../needed.ts';
import type { Guard } from '../pattern/guard.ts';
import type { CardFormat, Doubt, FileCard } from './card.ts';
import { tellingMatch, tellingMiss } from './telling.ts';

/** A file, and all that explains it. */
export interface CardQuestion {
  readonly file: MediaFile;
  readonly rules: Rules;
  /** Of the server. */
  readonly isWindows: boolean;
  /** The highest score seen in the file's profile; null where only this file was looked at. */
  readonly bestSeen: number | null;
  readonly guard: Guard;
}

/** Explains one file: the server's formats and score, with our evidence. */
export function fileCard({ file, rules, isWindows, bestSeen, guard }: CardQuestion): FileCard {
  const { profile, service } = file;
  const evidence = evidenceOf({ file, rules, isWindows, guard });
  const { propersAndRepacks } = rules.settings;
  return {
    file,
    matched: matchedFormats(file, evidence.formats),
    nearMisses: missedFormats(file, evidence.formats),
    state: cutoffState(profile, file),
    needed: needed({ profile, file, propersAndRepacks }),
    ceiling: ceiling({ profile, formats: rules.formats, service, bestSeen }),
    doubts: doubtsOf(file, evidence),
  };
}

interface Evidence {
  readonly formats: readonly FormatEvidence[];
  /** Why a format cannot be evaluated here, by its id. */
  readonly problems: ReadonlyMap<number, string>;
}

/** Matching first finds the patterns that run for ever; then the evidence is safe to gather. */
function evidenceOf({ file, rules, isWindows, guard }: Omit<CardQuestion, 'bestSeen'>): Evidence {
  const matcher = createFormatMatcher(rules.formats, file.service);
  const input = fileInput(file, { isWindows });
  matchAll(matcher, [input], guard);
  const explained = guard(() => explainFormats(matcher, input, file.service));
  const problems = formatProblems(matcher).map(
    (problem) => [problem.format.id, describeFormatProblem(problem)] as const,
  );
  return {
    formats: explained.kind === 'finished' ? explained.value : [],
    problems: new Map(problems),
  };
}

function matchedFormats(
  { formats, service }: MediaFile,
  evidence: readonly FormatEvidence[],
): readonly CardFormat[] {
  const ours = new Map(evidence.filter(({ matches }) => matches === true).map((one) => [one.format.id, one]));
  return formats.toSorted(byWorth).map((hit) => {
    const one = ours.get(hit.id);
    const unexplained = { wanted: 'the server says so', found: '' };
    return { ...hit, telling: one === undefined ? unexplained : tellingMatch(one, service) };
  });
}

/** What is worth most first; what is worth nothing last. */
function byWorth(a: FormatHit, b: FormatHit): number {
  return Number(a.score === 0) - Number(b.score === 0) || b.score - a.score || a.id - b.id;
}

function missedFormats(
  { formats, profile, service }: MediaFile,
  evidence: readonly FormatEvidence[],
): readonly CardFormat[] {
  const scores = new Map(profile.formatScores.map(({ formatId, score }) => [formatId, score]));
  const matched = new Set(formats.map(({ id }) => id));
  const missed = nearMisses(evidence).map((miss) => {
    const { id, name } = miss.evidence.format;
    return { id, name, score: scores.get(id) ?? 0, telling: tellingMiss(miss, service) };
  });
  return missed
    .filter(({ id, score }) => score > 0 && !matched.has(id))
    .toSorted((a, b) => b.score - a.score || a.id - b.id);
}

function doubtsOf(file: MediaFile, { formats, problems }: Evidence): readonly Doubt[] {
  const matched = new Set(file.formats.map(({ id }) => id));
  const isHidden = file.service === 'sonarr' && (file.sceneName ?? '').trim() === '';
  return formats.flatMap(({ format, matches }): readonly Doubt[] => {
    const isMatched = matched.has(format.id);
    if (matches === isMatched) return [];
    const hidden = isHidden
      ? 'the server looks at a file name that its API hides'
      : 'the server knows more than it tells';
    return [
      {
        format: format.name,
        server: isMatched ? 'matches' : 'does not match',
        ours: matches === null ? null : said(matches),
        because: problems.get(format.id) ?? hidden,
      },
    ];
  });
}

function said(matches: boolean): 'matches' | 'does not match' {
  return matches ? 'matches' : 'does not match';
}
