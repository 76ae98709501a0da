import type { CustomFormat } from '../../model/custom-format.ts';
import { type ProfileGroup, pointsOf } from '../shared/indexed-file.ts';

/** A format that one side has and the other lacks, to the file's loss. */
export interface Fault {
  readonly format: CustomFormat;
  /** What the file lost by it; below 0. */
  readonly points: number;
  /** The file lost a good one, or came by a bad one. */
  readonly kind: 'lost' | 'gained';
}

/** The format that costs the most on the way from one set of formats to another; null where none explains a loss. */
export function faultBetween(
  before: readonly number[],
  after: readonly number[],
  group: ProfileGroup,
): Fault | null {
  const lost = before
    .filter((id) => !after.includes(id))
    .map((id) => ({ id, points: -pointsOf(group, [id]) }));
  const gained = after
    .filter((id) => !before.includes(id))
    .map((id) => ({ id, points: pointsOf(group, [id]) }));
  const costs = [
    ...lost.map((one) => ({ ...one, kind: 'lost' as const })),
    ...gained.map((one) => ({ ...one, kind: 'gained' as const })),
  ];
  const [worst] = costs
    .filter(({ points }) => points < 0)
    .toSorted((a, b) => a.points - b.points || a.id - b.id);
  const format = group.instance.rules.formats.find(({ id }) => id === worst?.id);
  return worst === undefined || format === undefined
    ? null
    : { format, points: worst.points, kind: worst.kind };
}

/** `lost Proper or repack`; that today's rules explain nothing, where they do not. */
export function faultWords(fault: Fault | null): string {
  return fault === null ? 'none by today’s rules' : `${fault.kind} ${fault.format.name}`;
}

const mends: readonly (readonly [implementation: string, mend: string])[] = [
  [
    'ReleaseTitleSpecification',
    'Put the word it looks for into the naming format, so that the file keeps it.',
  ],
  ['ReleaseGroupSpecification', 'Put {Release Group} into the naming format.'],
  ['EditionSpecification', 'Put {Edition Tags} into the naming format.'],
  ['SizeSpecification', 'The release is said to be larger than its file: widen the limits.'],
  ['LanguageSpecification', 'The release claims languages that the file lacks: score them lower.'],
  ['IndexerFlagSpecification', 'Flags belong to the release, not to the file: score them lower.'],
  ['ReleaseTypeSpecification', 'A pack becomes single files at import: score it lower.'],
  ['YearSpecification', 'A file has no year for the server: take the year out of the format.'],
];

/** What usually helps against a loop. */
export function loopMend(fault: Fault | null): string {
  return fault === null
    ? 'Raise the step of the profile, or switch propers and repacks off.'
    : mendFor(fault);
}

/** What usually helps against a score that fell. Where no format of today costs anything, the rules were others then. */
export function driftMend(fault: Fault | null): string {
  return fault === null
    ? 'Nothing: the rules were others then, and by today’s no points are lost.'
    : mendFor(fault);
}

function mendFor(fault: Fault): string {
  if (fault.kind === 'gained')
    return 'The name after import matches it: keep your naming out of its pattern.';
  const kinds = new Set(fault.format.specifications.map(({ implementation }) => implementation));
  return mends.find(([kind]) => kinds.has(kind))?.[1] ?? 'Score it lower: files do not keep it.';
}
