import type { MediaFile } from '../../model/media-file.ts';
import { fileInput } from '../matching/file-input.ts';
import type { FormatMatcher } from '../matching/format-matcher.ts';
import { matchAll } from '../matching/match-all.ts';
import type { Guard } from '../pattern/guard.ts';
import type { NameRecovery } from './recover-name.ts';

/** Whether all is known that a file's formats hang on. */
export type InputsMark = 'complete' | 'recovered' | 'inputs incomplete';

/** A file with the name that was recovered, if that explains the server's own formats. */
export interface MarkedFile {
  /** With its `originalFilePath` where that was recovered. */
  readonly file: MediaFile;
  readonly inputs: InputsMark;
}

/** What names are checked with. */
export interface RecoveryTools {
  readonly recovery: NameRecovery;
  /** Of all formats of the server. */
  readonly matcher: FormatMatcher;
  readonly isWindows: boolean;
  readonly guard: Guard;
}

/**
 * Recovers hidden names and checks each against the server's own formats: what explains them is taken for the name,
 * what does not leaves the inputs incomplete, and the server's answer stands. Source: servarr.md 3.4.
 */
export function recoverInputs(files: readonly MediaFile[], tools: RecoveryTools): readonly MarkedFile[] {
  const guesses = files.map((file) => {
    const name = tools.recovery.recover(file);
    return { file, guess: name === null ? null : { ...file, originalFilePath: name.path } };
  });
  const open = guesses.flatMap(({ guess }) => guess ?? []);
  const inputs = open.map((guess) => fileInput(guess, tools));
  const answers = matchAll(tools.matcher, inputs, tools.guard);
  const explained = new Set(
    answers.flatMap(({ matched, unknown }, at) =>
      open.slice(at, at + 1).filter((guess) => unknown.length === 0 && areThose(guess, matched)),
    ),
  );
  return guesses.map(({ file, guess }): MarkedFile => {
    if (guess === null) return { file, inputs: 'complete' };
    return explained.has(guess)
      ? { file: guess, inputs: 'recovered' }
      : { file, inputs: 'inputs incomplete' };
  });
}

function areThose({ formats }: MediaFile, ids: readonly number[]): boolean {
  const matched = new Set(ids);
  return formats.length === matched.size && formats.every(({ id }) => matched.has(id));
}
