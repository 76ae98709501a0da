import type { RuleEdit } from '../change.ts';
import type { FileFacts } from './file-facts.ts';
import type { FormatFate, KeptFormat } from './format-fates.ts';
import type { Pair } from './pair-up.ts';
import type { RuleDifference } from './rule-difference.ts';
import { scoresOf } from './scores.ts';

/** The way of one format, matched at one moment at least, from one moment to the other. */
export interface FormatPath {
  readonly fate: 'removed' | 'kept' | 'added';
  /** As it is called after, or was called last. */
  readonly name: string;
  /** null for one that came or went, or that the rules do not list: they were edited while files were read. */
  readonly kept: KeptFormat | null;
  /** What was done to the format itself; null: it matches the same files as before. */
  readonly edit: RuleEdit | null;
  readonly isMatched: Pair<boolean>;
  readonly worth: Worth;
}

/** What a format is worth to the item, step by step. */
export interface Worth {
  /** In the profile before, as it was. */
  readonly before: number;
  /** In that same profile, as it is after; as it was, where the profile was removed. */
  readonly edited: number;
  /** In the profile after. */
  readonly after: number;
}

/** All formats that matched at either moment and whose way can have moved the score, each once. */
export function formatPaths(pair: Pair<FileFacts>, difference: RuleDifference): readonly FormatPath[] {
  const worthOf = worths(pair, difference);
  const fresh = new Set(pair.after.formatIds);
  const paths: FormatPath[] = [];
  for (const id of pair.before.formatIds) {
    const fate = difference.formats.get(id) ?? null;
    const idAfter = fate?.kind === 'kept' ? fate.after.id : id;
    const worth = worthOf(id, idAfter);
    const isMatchedAfter = fate?.kind !== 'removed' && fresh.delete(idAfter);
    if (isMatchedAfter && fate?.edit === null && isSteady(worth)) continue;
    paths.push(pathOf({ id, fate, isMatchedAfter, worth }));
  }
  return [...paths, ...[...fresh].map((id) => freshPath(id, difference, worthOf))];
}

function isSteady({ before, edited, after }: Worth): boolean {
  return before === edited && edited === after;
}

type WorthOf = (idBefore: number, idAfter: number) => Worth;

function worths({ before, after }: Pair<FileFacts>, difference: RuleDifference): WorthOf {
  const fate = difference.profiles.get(before.profileId) ?? null;
  const profileAfter = difference.profilesAfter.get(after.profileId) ?? null;
  const old = fate === null ? null : scoresOf(fate.before);
  const edited = fate === null || fate.after === null ? null : scoresOf(fate.after);
  const now = profileAfter === null ? null : scoresOf(profileAfter);
  return (idThen, id) => {
    const worthBefore = old?.get(idThen) ?? 0;
    return {
      before: worthBefore,
      edited: edited === null ? worthBefore : (edited.get(id) ?? 0),
      after: now?.get(id) ?? 0,
    };
  };
}

interface Found {
  readonly id: number;
  readonly fate: FormatFate | null;
  readonly isMatchedAfter: boolean;
  readonly worth: Worth;
}

/** The path of a format that matched before. */
function pathOf({ id, fate, isMatchedAfter, worth }: Found): FormatPath {
  const kept = fate?.kind === 'kept' ? fate : null;
  return {
    fate: fate?.kind ?? 'kept',
    name: (kept?.after ?? fate?.before)?.name ?? `format ${id}`,
    kept,
    edit: fate?.edit ?? null,
    isMatched: { before: true, after: isMatchedAfter },
    worth,
  };
}

/** The path of a format that did not match before. */
function freshPath(id: number, difference: RuleDifference, worth: WorthOf): FormatPath {
  const added = difference.added.get(id) ?? null;
  const kept = difference.formatsAfter.get(id) ?? null;
  return {
    fate: added === null ? 'kept' : 'added',
    name: (added?.format ?? kept?.after)?.name ?? `format ${id}`,
    kept,
    edit: added?.edit ?? kept?.edit ?? null,
    isMatched: { before: false, after: true },
    worth: worth(kept?.before.id ?? id, id),
  };
}
