import type { Item } from '../../model/item.ts';
import type { FormatHit, MediaFile } from '../../model/media-file.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Rules } from '../../model/rules.ts';
import { judgeRelease } from '../decision/judge-release.ts';
import type { RejectionReason } from '../decision/offer.ts';
import { createFormatMatcher, describeFormatProblem, formatProblems } from '../matching/format-matcher.ts';
import { matchAll } from '../matching/match-all.ts';
import { type ParsedRelease, releaseInput } from '../matching/release-input.ts';
import type { Guard } from '../pattern/guard.ts';
import { formatHits, scoreOf } from '../score-of.ts';

/** A release beside the files it would replace, and the decision. */
export interface ReleaseCard {
  readonly title: string;
  readonly parsed: ParsedRelease;
  readonly item: Item;
  readonly profile: QualityProfile;
  readonly formats: readonly FormatHit[];
  readonly score: number;
  /** None where something is missing. */
  readonly files: readonly MediaFile[];
  /** Empty: the release would be taken, as far as profile, formats, upgrades, revisions and languages decide. */
  readonly reasons: readonly RejectionReason[];
  /** What could not be evaluated here, in sentences. */
  readonly problems: readonly string[];
}

/** A release as the server's parser took it apart, and what it is offered for. */
export interface ReleaseQuestion {
  readonly title: string;
  readonly parsed: ParsedRelease;
  readonly item: Item;
  readonly profile: QualityProfile;
  readonly rules: Rules;
  readonly files: readonly MediaFile[];
  readonly seasonPack: { readonly missingEpisodes: number } | null;
  readonly isAnime: boolean;
  readonly guard: Guard;
}

/** What a release is worth, and whether a search for it would take it. */
export function releaseCard(question: ReleaseQuestion): ReleaseCard {
  const { title, parsed, item, profile, rules, files, seasonPack, isAnime, guard } = question;
  const matcher = createFormatMatcher(rules.formats, rules.service);
  const matched = matchAll(matcher, [releaseInput(parsed)], guard).flatMap((one) => one.matched);
  const score = scoreOf(profile, matched);
  const { quality, releaseGroup } = parsed;
  const release = { quality, releaseGroup, languages: parsed.languages ?? [], score };
  const { settings } = rules;
  const { originalLanguage } = item;
  const offer = { release, profile, settings, files, seasonPack, originalLanguage, isAnime, fedAt: null };
  return {
    title,
    parsed,
    item,
    profile,
    formats: formatHits(
      profile,
      rules.formats.filter(({ id }) => matched.includes(id)),
    ),
    score,
    files,
    reasons: judgeRelease(offer),
    problems: formatProblems(matcher).map(describeFormatProblem),
  };
}
