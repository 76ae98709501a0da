/** One rule broken on purpose: the case that must turn red, and the change that breaks it. */
export interface Mutation {
  readonly rule: string;
  /** Below src/scoring. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const texts = 'matching/file-texts.ts';
const conditions = 'matching/compile-condition.ts';
const languages = 'matching/language-condition.ts';
const formats = 'matching/compiled-format.ts';
const asker = 'matching/pattern-asker.ts';
const decide = 'decision/decide-upgrade.ts';
const revisions = 'decision/judge-revision.ts';
const disk = 'decision/compare-with-disk.ts';
const cutoffs = 'decision/cutoffs.ts';

function mutation(rule: string, file: string, ...[from, to]: readonly [string, string]): Mutation {
  return { rule, file, from, to };
}

/** Every rule of matching and of decisions, broken once. */
export const mutations: readonly Mutation[] = [
  mutation(
    'with a scene name the original path is not looked at',
    texts,
    "['sceneName', 'originalFilePath',",
    "['originalFilePath', 'sceneName',",
  ),
  mutation(
    'without one the name of the original file is',
    texts,
    '!isBlank(file[name])',
    'file[name] !== null',
  ),
  mutation(
    'the present file name is tried too',
    conditions,
    "onTexts('title', 'fileName')",
    "onTexts('title')",
  ),
  mutation('negated, neither text may match', asker, 'ask(one) || (other', 'ask(one) && (other'),
  mutation('Radarr takes signs and the space before them out of the title', texts, '*[<>?*|]/g', '*[<>*|]/g'),
  mutation(
    'Sonarr leaves the title as it is',
    texts,
    "service === 'radarr' ? simplify",
    'service !== null ? simplify',
  ),
  mutation(
    'on Windows a backslash separates folders',
    texts,
    'isWindows ? separators.windows',
    'isWindows ? separators.unix',
  ),
  mutation('elsewhere it does not', texts, ': separators.unix', ': separators.windows'),
  mutation('a blank pattern negated matches everything', asker, 'ask: () => false', 'ask: () => true'),
  mutation(
    'Sonarr has no edition',
    conditions,
    "SourceSpecification: equal('source'),",
    "SourceSpecification: equal('source'),\n  EditionSpecification: onTexts('edition'),",
  ),
  mutation('a list of group names ignores case', 'matching/probe.ts', '.text.toLowerCase()', '.text'),
  mutation(
    'the same source has another number in Sonarr',
    'attribute-numbers.ts',
    'sources[service].indexOf(source)',
    'sources.radarr.indexOf(source)',
  ),
  mutation(
    'the resolution',
    conditions,
    "ResolutionSpecification: equal('resolution')",
    "ResolutionSpecification: equal('source')",
  ),
  mutation('the modifier', 'matching/file-input.ts', 'modifierNumber(file.quality.modifier)', '0'),
  mutation('one of two bits is not the flag', conditions, '& value) === value', '& value) !== 0'),
  mutation('the smallest size is outside', conditions, 'sizeBytes > min', 'sizeBytes >= min'),
  mutation('the largest size is inside', conditions, 'sizeBytes <= max', 'sizeBytes < max'),
  mutation(
    'a file in the library has the year 0',
    'matching/file-input.ts',
    'year: 0',
    'year: file.item.year',
  ),
  mutation(
    'a release has its year, and the ends count',
    conditions,
    'year >= min && year <= max',
    'year > min && year <= max',
  ),
  mutation(
    'a kind that nobody knows is unknown, never no',
    'matching/condition.ts',
    'holds: () => null',
    'holds: () => false',
  ),
  mutation('negated, it is none of them', languages, 'raw !== isNegated;', 'raw;'),
  mutation(
    'without a list of languages it does not hold, not even negated',
    languages,
    'raw !== undefined && raw !== isNegated',
    '(raw ?? false) !== isNegated',
  ),
  mutation('except: that language alone is no other one', languages, '!== isExcept', '!== false'),
  mutation(
    'an unknown original is no language that a file has',
    languages,
    ' && originalLanguage.id !== 0',
    '',
  ),
  mutation('Sonarr has no "any" and fails on it', languages, "service === 'sonarr' && id === any", 'false'),
  mutation(
    'conditions of two kinds: both must hold',
    formats,
    'if (one === false) return false;\n    if (one === null) answer = null;\n  }\n  return answer;\n}\n\n/**\n * Whether a group',
    'if (one === null) answer = null;\n  }\n  return answer;\n}\n\n/**\n * Whether a group',
  ),
  mutation(
    'a required condition must hold',
    formats,
    'required.length > 0 ? every(required, probe) : some',
    'some',
  ),
  mutation(
    'conditions of one kind: one is enough',
    formats,
    ': some(conditions, probe)',
    ': every(conditions, probe)',
  ),
  mutation(
    'several required conditions must all hold',
    formats,
    'every(required, probe) : some(conditions, probe)',
    '(required.length === 1 && every(required, probe)) : some(conditions, probe)',
  ),
  mutation(
    'the score adds up what matched, negative scores too, and nothing else',
    'score-of.ts',
    'sum + score : sum',
    'sum + Math.max(0, score) : sum',
  ),

  mutation(
    'step 1: a better quality below the cutoff, whatever its score',
    decide,
    "{ verdict: 'upgrade', holds: (c) => qualityOf(c) > 0 && isOpen(c) },",
    '',
  ),
  mutation(
    'step 2: a worse quality, whatever its revision',
    decide,
    "{ verdict: 'betterQuality', holds: (c) => qualityOf(c) < 0 },",
    '',
  ),
  mutation(
    'step 3: a better revision, whatever its score',
    decide,
    "{ verdict: 'upgrade', holds: (c) => prefersRevisions(c) && revisionOf(c) > 0 },",
    '',
  ),
  mutation(
    'step 3 is skipped when revisions are not preferred',
    decide,
    "'upgrade', holds: (c) => prefersRevisions(c) && ",
    "'upgrade', holds: (c) => ",
  ),
  mutation(
    'step 4: upgrades off, and the rule of upgrades refuses too',
    decide,
    "{ verdict: 'upgradesNotAllowed', holds: ({ profile }) => !profile.upgradeAllowed },",
    '',
  ),
  mutation(
    'step 5: an older revision, whatever its score',
    decide,
    "{ verdict: 'betterRevision', holds: (c) => prefersRevisions(c) && revisionOf(c) < 0 },",
    '',
  ),
  mutation(
    'step 5 is skipped when revisions are not preferred',
    decide,
    "'betterRevision', holds: (c) => prefersRevisions(c) && ",
    "'betterRevision', holds: (c) => ",
  ),
  mutation(
    'step 6: a better quality when the quality cutoff is met',
    decide,
    "{ verdict: 'qualityCutoff', holds: (c) => qualityOf(c) > 0 },",
    '',
  ),
  mutation('step 7: an equal score', decide, 'next.score <= current.score', 'next.score < current.score'),
  mutation(
    'step 8: the file has reached the format cutoff',
    decide,
    'current.score >= profile.cutoffFormatScore',
    'current.score > profile.cutoffFormatScore',
  ),
  mutation('step 9: less than the step more', decide, '+ profile.minUpgradeFormatScore', ''),
  mutation(
    'step 9: exactly the step more is taken',
    decide,
    'next.score < current.score + ',
    'next.score <= current.score + ',
  ),
  mutation(
    'both cutoffs met: nothing but a revision is looked at',
    disk,
    'if (!isCutoffOpen(profile, current, release.quality))',
    'if (false)',
  ),
  mutation(
    'both cutoffs met: a proper of the same quality is taken',
    cutoffs,
    ' || isRevisionUpgrade(current, next)',
    '',
  ),
  mutation(
    'the profile must allow the quality',
    'decision/judge-release.ts',
    'if (!isQualityAllowed(profile, release.quality))',
    'if (false)',
  ),
  mutation(
    'the minimum itself is enough',
    'decision/judge-release.ts',
    'release.score < profile.minFormatScore',
    'release.score <= profile.minFormatScore',
  ),
  mutation(
    'a wanted language must be among those of the release',
    'decision/has-wanted-language.ts',
    'id === wantedId',
    'id !== wantedId',
  ),
  mutation(
    'the original language is that of the movie',
    'decision/has-wanted-language.ts',
    'language.id === original ?',
    'language.id === 0 ?',
  ),
  mutation(
    'with upgrades off a proper of the same quality is taken',
    'decision/is-upgrade-allowed.ts',
    'if (isRevisionUpgrade(current.quality, next.quality)) return true;',
    '',
  ),
  mutation(
    'with upgrades off a better quality is refused by the rule of upgrades alone',
    'decision/is-upgrade-allowed.ts',
    '!isBetter || profile.upgradeAllowed',
    'true',
  ),
  mutation(
    'a repack of another group',
    revisions,
    'old.toLowerCase() === next.toLowerCase() ? null',
    'true ? null',
  ),
  mutation(
    'a repack of the same group in other letters',
    revisions,
    'old.toLowerCase() === next.toLowerCase()',
    'old === next',
  ),
  mutation(
    'a repack of nobody',
    revisions,
    "group === null || group.trim() === '' ? null",
    'group === null ? null',
  ),
  mutation('a proper is no repack', revisions, 'if (!release.quality.revision.isRepack) return null;', ''),
  mutation('a proper from a search when they are off', revisions, 'if (fedAt === null) return null;', ''),
  mutation('a proper of a file older than a week', revisions, '> weekMs', '> 2 * weekMs'),
  mutation('a proper of a file not older than a week', revisions, 'const weekMs = 7 *', 'const weekMs = 6 *'),
  mutation(
    'a new version of an anime in other letters',
    revisions,
    "return old === next ? null : 'releaseGroupDoesNotMatch'",
    "return old.toLowerCase() === next.toLowerCase() ? null : 'releaseGroupDoesNotMatch'",
  ),
  mutation(
    'season pack, all: one file that stays is enough',
    disk,
    'return gaining === total',
    'return gaining > 0',
  ),
  mutation('season pack, any: one file that gains is enough', disk, "setting?.mode === 'any'", 'false'),
  mutation(
    'season pack, threshold: exactly the share is enough',
    disk,
    '>= setting.thresholdPercent',
    '> setting.thresholdPercent',
  ),
  mutation(
    'season pack, threshold: missing episodes gain',
    disk,
    'missing + verdicts.filter',
    'verdicts.filter',
  ),
  mutation(
    'below the minimum is below, the minimum is not',
    'cutoff-state.ts',
    'score < profile.minFormatScore',
    'score <= profile.minFormatScore',
  ),
  mutation(
    'quality is met from the cutoff on',
    cutoffs,
    'id) < qualityCutoffIndex',
    'id) <= qualityCutoffIndex',
  ),
  mutation(
    'the cutoff may be a group, whose members are equal',
    'decision/quality-order.ts',
    '(item.id > 0 && item.id === id) || ',
    '',
  ),
  mutation(
    'with upgrades off the worst allowed quality is the cutoff',
    cutoffs,
    'if (profile.upgradeAllowed) return',
    'if (true) return',
  ),
  mutation('format is met from the format cutoff on', cutoffs, 'return score < (', 'return score <= ('),
  mutation(
    'with upgrades off the minimum is the format cutoff',
    cutoffs,
    'profile.upgradeAllowed ? profile.cutoffFormatScore',
    'true ? profile.cutoffFormatScore',
  ),
  mutation(
    'import: an equal score passes, less does not; a better quality passes; an older revision does not',
    'decision/pass-import-gate.ts',
    'next.score < current.score',
    'next.score <= current.score',
  ),
  mutation(
    'the bound counts one of two sources',
    'ceiling/dimension.ts',
    "truthOf(numbers[condition.implementation] === numberField(condition, 'value'))",
    "(numbers[condition.implementation] === numberField(condition, 'value') ? 'yes' : 'either')",
  ),
  mutation(
    'the bound counts one of two groups',
    'ceiling/dimension.ts',
    "names === null ? 'either' : ",
    "names !== null ? 'either' : ",
  ),
  mutation(
    'the bound counts one of a condition and its negation',
    'ceiling/demands.ts',
    "isHeld === undefined ? 'either'",
    "isHeld !== null ? 'either'",
  ),
];
