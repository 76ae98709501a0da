import type { JudgeMatch, JudgeState } from '../model/changes/comparison.ts';
import type { FileFacts } from '../model/changes/file-facts.ts';
import { attributesSeenBy } from '../model/changes/format-content.ts';
import type { CustomFormat } from '../model/custom-format.ts';
import type { Service } from '../model/service.ts';
import { cutoffState } from '../scoring/cutoff-state.ts';
import { fileInput } from '../scoring/matching/file-input.ts';
import { isBlank } from '../scoring/matching/file-texts.ts';
import {
  createFormatMatcher,
  type FormatMatcher,
  type FormatMatches,
} from '../scoring/matching/format-matcher.ts';
import type { Guard } from '../scoring/pattern/guard.ts';
import { patternGuard } from './pattern-guard.ts';

/** The rules of the game, as store and comparison want them handed in. */
export interface Judges {
  readonly stateOf: JudgeState;
  readonly matches: JudgeMatch;
}

/** On a busy machine a pattern may be late without being a runaway: the same history must be told each time. */
const attempts = 3;

/** Judges for one run; formats are made ready once each, and patterns of people run under a time limit. */
export function createJudges(guard: Guard = patternGuard()): Judges {
  const ready = new WeakMap<CustomFormat, FormatMatcher>();
  const runaways = new WeakSet<FormatMatcher>();
  const readyFormat = (format: CustomFormat, service: Service): FormatMatcher => {
    const matcher = ready.get(format) ?? createFormatMatcher([format], service);
    ready.set(format, matcher);
    return matcher;
  };
  return {
    stateOf: (profile, quality, score) => cutoffState(profile, { quality, score }),
    matches: (file, format) => {
      const service = serviceOf(file);
      if (isTitleHidden(file, service) && attributesSeenBy(format).has('original name')) return null;
      const matcher = readyFormat(format, service);
      if (runaways.has(matcher)) return null;
      const input = fileInput({ ...file, service, item: file }, { isWindows: isOnWindows(file) });
      const found = patiently(guard, () => matcher.match(input));
      if (found === null) runaways.add(matcher);
      return found === null || found.unknown.length > 0 ? null : found.matched.length > 0;
    },
  };
}

function patiently(guard: Guard, work: () => FormatMatches): FormatMatches | null {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = guard(work);
    if (found.kind === 'finished') return found.value;
  }
  return null;
}

/** Only Windows separates folders by `\`, and there no name holds a `/`. */
function isOnWindows({ relativePath }: FileFacts): boolean {
  return relativePath.includes('\\') && !relativePath.includes('/');
}

/** Only Radarr's qualities have a modifier. */
function serviceOf({ quality }: FileFacts): Service {
  return quality.modifier === null ? 'sonarr' : 'radarr';
}

/** Sonarr hides the name a file was imported under, and matches on it where there is no scene name (servarr.md 5.1). */
function isTitleHidden({ sceneName, originalFilePath }: FileFacts, service: Service): boolean {
  return service === 'sonarr' && originalFilePath === null && isBlank(sceneName);
}
