import type { Change, ChangeKind } from '../change.ts';
import { type AttributeEdit, attributeEdits } from './attributes.ts';
import { causesOf, type Reassignment } from './causes-of.ts';
import type { ComparisonQuestion, SlotPair } from './comparison.ts';
import type { FileFacts } from './file-facts.ts';
import { fileState, stateRules } from './file-state.ts';
import type { Pair } from './pair-up.ts';
import { replacementOf } from './replacement-of.ts';
import { type SplitContext, split } from './split.ts';

/** What a change says besides the slot, the moments and the states. */
type Happening = Pick<Change, 'kind' | 'replacement' | 'attributes' | 'causes'>;

/** What became of a slot between two moments; null where nothing happened to it. */
export function createChangeOf(
  { before: then, after: now }: ComparisonQuestion,
  context: SplitContext,
): (pair: SlotPair) => Change | null {
  const [rulesThen, rulesNow] = [stateRules(then.rules), stateRules(now.rules)];
  return ({ slot, before, after }) => {
    const happening = happeningOf(before, after, context);
    if (happening === null) return null;
    return {
      slot,
      at: now.at,
      since: then.at,
      before: before && fileState(before, rulesThen),
      after: after && fileState(after, rulesNow),
      ...happening,
    };
  };
}

function happeningOf(
  before: FileFacts | null,
  after: FileFacts | null,
  context: SplitContext,
): Happening | null {
  const plain = { replacement: null, attributes: [], causes: [] };
  if (before === null) return after === null ? null : { kind: 'new', ...plain };
  if (after === null) return { kind: 'gone', ...plain };
  const pair = { before, after };
  return before.fileId === after.fileId ? sameFile(pair, context) : replaced(pair, context);
}

function replaced(pair: Pair<FileFacts>, context: SplitContext): Happening {
  const contributions = split(pair, context);
  const gains = contributions.filter(({ kind }) => kind === 'file-replaced').map(({ points }) => points);
  const profile = context.difference.profilesAfter.get(pair.after.profileId) ?? null;
  return {
    kind: 'replaced',
    replacement: replacementOf(
      pair,
      profile,
      gains.reduce((sum, points) => sum + points, 0),
    ),
    attributes: [],
    causes: causesOf(contributions, reassignmentOf(pair, context)),
  };
}

function sameFile(pair: Pair<FileFacts>, context: SplitContext): Happening | null {
  const attributes = attributeEdits(pair.before, pair.after);
  const causes = causesOf(split(pair, context), reassignmentOf(pair, context));
  const kind = kindOf(attributes);
  if (kind === 'rescored' && causes.length === 0) return null;
  return { kind, replacement: null, attributes, causes };
}

function kindOf(attributes: readonly AttributeEdit[]): ChangeKind {
  if (attributes.length === 0) return 'rescored';
  return attributes.some(({ name }) => name === 'file name') ? 'renamed' : 'attributes-edited';
}

/** null: the item kept its profile, under whatever name or id. */
function reassignmentOf(
  { before, after }: Pair<FileFacts>,
  { difference }: SplitContext,
): Reassignment | null {
  const fate = difference.profiles.get(before.profileId);
  if (fate?.after?.id === after.profileId) return null;
  const to = difference.profilesAfter.get(after.profileId);
  return {
    from: (fate?.after ?? fate?.before)?.name ?? `profile ${before.profileId}`,
    to: to?.name ?? `profile ${after.profileId}`,
  };
}
