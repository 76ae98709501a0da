import type { ReleaseType } from '../../model/media-file.ts';
import type { FileQuality, Language } from '../../model/quality.ts';
import type { Service } from '../../model/service.ts';
import { modifierNumber, releaseTypeNumber, sourceNumber } from '../attribute-numbers.ts';
import type { FormatInput } from './format-input.ts';

/** A release as the server's parser took it apart. */
export interface ParsedRelease {
  readonly service: Service;
  /** Radarr: its `simpleReleaseTitle`, in which the movie's title is replaced; Sonarr: its `releaseTitle`. */
  readonly title: string | null;
  readonly quality: FileQuality;
  readonly languages: readonly Language[] | null;
  readonly originalLanguage: Language | null;
  readonly releaseGroup: string | null;
  readonly edition: string | null;
  readonly releaseType: ReleaseType | null;
  readonly indexerFlags: number;
  readonly sizeBytes: number;
  /** 0 for Sonarr. */
  readonly year: number;
}

/** What the server's formats look at for a release that is offered: there is no file yet. Source: servarr.md 5.2. */
export function releaseInput(release: ParsedRelease): FormatInput {
  const { service, quality, releaseType, ...rest } = release;
  return {
    ...rest,
    fileName: null,
    source: sourceNumber(service, quality.source),
    resolution: quality.resolution,
    modifier: modifierNumber(quality.modifier),
    releaseType: releaseTypeNumber(releaseType),
  };
}
