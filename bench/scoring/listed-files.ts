import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { MediaFile } from '../../src/model/media-file.ts';
import { aFile, aQuality } from '../../test/support/builders.ts';

/** Of a movie in the server's list, what formats look at most. */
const Movies = z.array(
  z.object({
    movieFile: z
      .object({
        relativePath: z.string(),
        sceneName: z.string().nullish(),
        releaseGroup: z.string().nullish(),
        quality: z.object({
          quality: z.object({ source: z.string(), resolution: z.number(), modifier: z.string() }),
        }),
      })
      .nullish(),
  }),
);

/** Which names: of ASCII only, or each with another letter too. */
export type Letters = 'ascii' | 'other';

/** The files of a list of movies; those whose names are not of ASCII are left out. */
export function listedFiles(path: string, letters: Letters): readonly MediaFile[] {
  const prefix = letters === 'ascii' ? '' : 'Æon.';
  return Movies.parse(JSON.parse(readFileSync(path, 'utf8')))
    .flatMap(({ movieFile }) => movieFile ?? [])
    .filter(({ relativePath, sceneName }) => isAscii(relativePath) && isAscii(sceneName ?? ''))
    .map(({ relativePath, sceneName, releaseGroup, quality }) =>
      aFile({
        relativePath: prefix + relativePath,
        sceneName: sceneName === null || sceneName === undefined ? null : prefix + sceneName,
        releaseGroup: releaseGroup ?? null,
        quality: aQuality(quality.quality),
      }),
    );
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}
