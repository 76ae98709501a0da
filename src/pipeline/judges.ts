import type { JudgeMatch, JudgeState } from '../model/changes/comparison.ts';
import type { FileFacts } from '../model/changes/file-facts.ts';
import { attributesSeenBy } from '../model/changes/format-content.ts';
import type { CustomFormat } from '../model/custom-format.ts';
import type { Service } from '../model/service.ts';
import { cutoffState } from '../scoring/cutoff-state.ts';
import { fileInput } from '../scoring/matching/file-input.ts';
import { isBlank } from '../scoring/matching/file-texts.ts';
import { createFormatMatcher, type FormatMatcher } from '../scoring/matching/format-matcher.ts';
import type { Guard } from '../scoring/pattern/guard.ts';
import { patternGuard } from './pattern-guard.ts';

/** The rules of the game, as store and comparison want them handed in. */
export interface Judges {
  readonly stateOf: JudgeState;
  readonly matches: JudgeMatch;
}

/** Judges for one run; formats are made ready once each, and patterns of people run under a time limit. */
export function createJudges(guard: Guard = patternGuard()): Judges {
  const ready = new WeakMap<CustomFormat, FormatMatcher>();
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
      const isWindows = file.relativePath.includes('\\') && !file.relativePath.includes('/');
      const input = fileInput({ ...file, service, item: file }, { isWindows });
      const found = guard(() => matcher.match(input));
      if (found.kind === 'overrun' || found.value.unknown.length > 0) return null;
      return found.value.matched.length > 0;
    },
  };
}

/** Only Radarr's qualities have a modifier. */
function serviceOf({ quality }: FileFacts): Service {
  return quality.modifier === null ? 'sonarr' : 'radarr';
}

/** Sonarr hides the name a file was imported under, and matches on it where there is no scene name (servarr.md 5.1). */
function isTitleHidden({ sceneName, originalFilePath }: FileFacts, service: Service): boolean {
  return service === 'sonarr' && originalFilePath === null && isBlank(sceneName);
}
