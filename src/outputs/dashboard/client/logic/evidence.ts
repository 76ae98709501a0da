import type { CustomFormat } from '../../../../model/custom-format.ts';
import type { MediaFile } from '../../../../model/media-file.ts';
import type { Service } from '../../../../model/service.ts';
import { type FormatEvidence, matchedText } from '../../../../scoring/matching/evidence.ts';
import { explainFormats } from '../../../../scoring/matching/explain-formats.ts';
import { fileInput } from '../../../../scoring/matching/file-input.ts';
import { createFormatMatcher, type FormatMatcher } from '../../../../scoring/matching/format-matcher.ts';

/** What a worker is asked: one file under the formats of its instance. */
export interface EvidenceQuestion {
  /** Formats of the same key are made ready once. */
  readonly instanceKey: string;
  readonly formats: readonly CustomFormat[];
  readonly service: Service;
  readonly isWindows: boolean;
  readonly file: MediaFile;
}

/** Why a format matches, in short. */
export interface FormatReason {
  readonly formatId: number;
  /** A piece of a text that a pattern found; null where no pattern did. */
  readonly text: FoundText | null;
  /** What else holds: `bluray`, `English`. */
  readonly actual: string;
}

/** Where a pattern matched. */
export interface FoundText {
  readonly whole: string;
  readonly from: number;
  readonly to: number;
}

const ready = new Map<string, FormatMatcher>();

/** Why each matched format matches. A pattern may run for ever: only call it where it can be ended. */
export function findEvidence(question: EvidenceQuestion): readonly FormatReason[] {
  const { instanceKey, formats, service, isWindows, file } = question;
  const matcher = ready.get(instanceKey) ?? createFormatMatcher(formats, service);
  ready.set(instanceKey, matcher);
  const evidence = explainFormats(matcher, fileInput(file, { isWindows }), service);
  return evidence.filter(({ matches }) => matches === true).map(reasonOf);
}

function reasonOf({ format, groups }: FormatEvidence): FormatReason {
  const holding = groups.flatMap(({ conditions }) => conditions).filter(({ holds }) => holds === true);
  const texts = holding
    .filter(({ specification }) => !specification.isNegated)
    .flatMap((condition) => condition.texts)
    .flatMap((text) => {
      const found = matchedText(text);
      if (found === null || found === '' || text.text === null || text.match === null) return [];
      return [{ whole: text.text, from: text.match.index, to: text.match.index + text.match.length }];
    });
  const actual = holding.map((condition) => condition.actual).filter((word) => word !== '');
  return { formatId: format.id, text: texts[0] ?? null, actual: [...new Set(actual)].join(', ') };
}
