import type { Language } from '../../model/quality.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';

const any = -1;
const original = -2;

/**
 * Whether a release speaks the language that Radarr's profile wants; Sonarr's profiles want none. Without effect on
 * the score. Source: servarr.md 6.5.
 *
 * @param originalLanguage  of the movie; null where the server knows none
 */
export function hasWantedLanguage(
  { language }: Pick<QualityProfile, 'language'>,
  spoken: readonly Language[],
  originalLanguage: Language | null,
): boolean {
  if (language === null || language.id === any) return true;
  const wantedId = language.id === original ? originalLanguage?.id : language.id;
  return spoken.some(({ id }) => id === wantedId);
}
