import { describe, expect, test } from 'vitest';
import type { MediaFile } from '../../src/model/media-file.ts';
import { fileInput } from '../../src/scoring/matching/file-input.ts';
import { isBlank } from '../../src/scoring/matching/file-texts.ts';
import { createFormatMatcher } from '../../src/scoring/matching/format-matcher.ts';
import { scoreOf } from '../../src/scoring/score-of.ts';
import { allSets, hiddenPaths, readSet } from '../support/read-set.ts';
import { hasRecordings } from '../support/recordings.ts';
import { say } from '../support/say.ts';

describe.skipIf(!hasRecordings)('without ../shared/recordings this cannot be shown:', () => {
  test.each(allSets)(
    '%s %s: every format of every file is as the server says, once all inputs are given',
    { timeout: 120_000 },
    async (service, set) => {
      const { rules, isWindows, files: all } = await readSet(service, set);
      const hidden = hiddenPaths(service, set);
      const files = all.filter((file) => isComplete(file, hidden));
      const matcher = createFormatMatcher(rules.formats, service);
      const differing = files.filter((file) => {
        const originalFilePath = hidden.get(file.fileId) ?? file.originalFilePath;
        const { matched, unknown } = matcher.match(fileInput({ ...file, originalFilePath }, { isWindows }));
        const isEqual = sorted(matched).join() === ids(file).join() && unknown.length === 0;
        return !isEqual || scoreOf(file.profile, matched) !== file.score;
      });
      const pairs = files.length * rules.formats.length;
      say(
        `${service} ${set}: ${pairs} pairs of ${files.length} files (${all.length - files.length} with hidden inputs left out), ${differing.length} files differ`,
      );
      expect(files.length).toBeGreaterThan(50);
      expect(differing.map(({ fileId }) => fileId)).toEqual([]);
    },
  );
});

/** Sonarr's file without a scene name can only be computed when the set gives what the API hides. */
function isComplete({ service, sceneName }: MediaFile, hidden: ReadonlyMap<number, string | null>): boolean {
  return service === 'radarr' || hidden.size > 0 || !isBlank(sceneName);
}

function ids({ formats }: MediaFile): readonly number[] {
  return sorted(formats.map(({ id }) => id));
}

function sorted(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}
