import type { RuleEdit } from '../change.ts';
import type { CustomFormat } from '../custom-format.ts';
import { isSameContent } from './format-content.ts';
import { type Pair, type Pairing, pairUp } from './pair-up.ts';

/** What became of a format between two moments. */
export type FormatFate = KeptFormat | RemovedFormat;

/** A format that is there at both moments. */
export interface KeptFormat {
  readonly kind: 'kept';
  readonly before: CustomFormat;
  readonly after: CustomFormat;
  /** null: it matches the same files as before. */
  readonly edit: RuleEdit | null;
}

interface RemovedFormat {
  readonly kind: 'removed';
  readonly before: CustomFormat;
  readonly edit: RuleEdit;
}

/** A format that was not there before. */
export interface AddedFormat {
  readonly format: CustomFormat;
  readonly edit: RuleEdit;
}

/** What became of all formats. */
export interface FormatFates {
  /** By the id before. */
  readonly fates: ReadonlyMap<number, FormatFate>;
  /** By the id after. */
  readonly added: ReadonlyMap<number, AddedFormat>;
  /** Edits after which the format matches what it matched before. */
  readonly quietEdits: readonly RuleEdit[];
}

/** Finds each format again and says what happened to it. */
export function formatFates(before: readonly CustomFormat[], after: readonly CustomFormat[]): FormatFates {
  const pairing: Pairing<CustomFormat> = pairUp(before, after);
  const removed = pairing.removed.map(
    (format): FormatFate => ({
      kind: 'removed',
      before: format,
      edit: { kind: 'format-removed', format: format.name },
    }),
  );
  const fates = [...removed, ...pairing.kept.map(keptFate)];
  const added = pairing.added.map((format): AddedFormat => {
    return { format, edit: { kind: 'format-added', format: format.name } };
  });
  return {
    fates: new Map(fates.map((fate) => [fate.before.id, fate])),
    added: new Map(added.map((one) => [one.format.id, one])),
    quietEdits: pairing.kept.flatMap(quietEdits),
  };
}

function keptFate({ before, after }: Pair<CustomFormat>): KeptFormat {
  const edit: RuleEdit | null = isSameContent(before, after)
    ? null
    : { kind: 'format-edited', format: after.name };
  return { kind: 'kept', before, after, edit };
}

function quietEdits({ before, after }: Pair<CustomFormat>): readonly RuleEdit[] {
  const edits: RuleEdit[] = [];
  const { name } = after;
  if (before.name !== name) edits.push({ kind: 'format-renamed', from: before.name, to: name });
  if (before.name === name && before.id !== after.id && isSameContent(before, after))
    edits.push({ kind: 'format-recreated', format: name });
  if (before.includedWhenRenaming !== after.includedWhenRenaming)
    edits.push({
      kind: 'setting',
      name: `${name}: include when renaming`,
      from: before.includedWhenRenaming ? 'yes' : 'no',
      to: after.includedWhenRenaming ? 'yes' : 'no',
    });
  return edits;
}
