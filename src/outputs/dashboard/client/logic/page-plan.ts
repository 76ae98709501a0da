import type { Block } from '../../../../model/block.ts';
import type { Page, Section } from '../../../../model/report.ts';

/** A panel: some blocks of a section, and how wide it is. */
export interface PlacedPanel {
  readonly section: Section;
  readonly blocks: readonly Block[];
  /** `c7`: columns of twelve. */
  readonly span: Span;
  /** Whether it is the section's first panel: then it says what cannot be told. */
  readonly isFirst: boolean;
}

/** Columns of twelve. */
export type Span = 'c4' | 'c5' | 'c6' | 'c7' | 'c8' | 'c12';

/** A place for blocks by name, and for all that is left of a section where none are named. */
interface Place {
  readonly section: string;
  readonly blocks?: readonly string[];
  readonly span: Span;
  /** The block it shares a row with: without it, it has the row alone. */
  readonly beside?: string;
}

/**
 * Where well-known blocks stand. A section that is not named here comes after them, over the whole width: a new
 * analysis appears by itself.
 */
const places: Readonly<Record<Page, readonly Place[]>> = {
  overview: [
    { section: 'health', blocks: ['health', 'health-parts'], span: 'c4' },
    { section: 'changes', blocks: ['causes'], span: 'c6' },
    { section: 'overview', blocks: ['unread'], span: 'c12' },
    { section: 'overview', blocks: ['profiles'], span: 'c12' },
    { section: 'health', blocks: ['health-profiles'], span: 'c12' },
    { section: 'overview', blocks: ['by-instance'], span: 'c6' },
    { section: 'health', blocks: ['health-instances'], span: 'c6' },
    { section: 'overview', blocks: ['by-quality'], span: 'c6' },
    { section: 'overview', blocks: ['by-group'], span: 'c6' },
  ],
  act: [
    { section: 'rule-lint', span: 'c12' },
    { section: 'upgrade-candidates', span: 'c12' },
    { section: 'loops', span: 'c12' },
    { section: 'outliers', blocks: ['size-score'], span: 'c5', beside: 'sizes' },
    { section: 'outliers', blocks: ['sizes'], span: 'c7', beside: 'size-score' },
  ],
  files: [],
  formats: [
    { section: 'format-effectiveness', blocks: ['formats'], span: 'c7', beside: 'points-given' },
    { section: 'format-effectiveness', blocks: ['points-given'], span: 'c5', beside: 'formats' },
    { section: 'format-effectiveness', blocks: ['formats-by-profile'], span: 'c12' },
    { section: 'format-effectiveness', blocks: ['pairs'], span: 'c12' },
  ],
  profiles: [{ section: 'ceiling', blocks: ['ceilings'], span: 'c12' }],
  trends: [
    { section: 'trends', blocks: ['points-by-week'], span: 'c7', beside: 'periods' },
    { section: 'trends', blocks: ['periods'], span: 'c5', beside: 'points-by-week' },
  ],
  seasons: [],
  about: [],
};

/** Blocks that the page draws itself, from the files it holds. */
const drawnElsewhere = new Set(['overview/states', 'overview/cutoff-states']);

/** The panels of a page, in the order of the plan. Tables without a row that were only planned are left out. */
export function panelsOf(page: Page, sections: readonly Section[]): readonly PlacedPanel[] {
  const left = new Map(
    sections.filter((section) => section.page === page).map((section) => [section.name, openBlocks(section)]),
  );
  const planned = places[page].flatMap((place) => take(place, sections, left));
  const rest = [...left.keys()].flatMap((name) => take({ section: name, span: 'c12' }, sections, left));
  const seen = new Set<string>();
  return [...planned, ...rest].map((panel) => {
    const isFirst = !seen.has(panel.section.name);
    seen.add(panel.section.name);
    return { ...panel, isFirst };
  });
}

function openBlocks({ name, blocks }: Section): readonly Block[] {
  return blocks.filter((block) => !drawnElsewhere.has(`${name}/${block.name}`));
}

type Left = Map<string, readonly Block[]>;

function take(
  place: Place,
  sections: readonly Section[],
  left: Left,
): readonly Omit<PlacedPanel, 'isFirst'>[] {
  const section = sections.find(({ name }) => name === place.section);
  const open = left.get(place.section) ?? [];
  const named = place.blocks;
  const blocks = named === undefined ? open : open.filter(({ name }) => named.includes(name));
  if (section === undefined || (blocks.length === 0 && (named !== undefined || section.blocks.length > 0)))
    return [];
  left.set(
    place.section,
    open.filter((block) => !blocks.includes(block)),
  );
  return named !== undefined && blocks.every(isEmpty)
    ? []
    : [{ section, blocks, span: spanOf(place, section) }];
}

function spanOf({ span, beside }: Place, { blocks }: Section): Span {
  const isAlone = beside !== undefined && blocks.every((block) => block.name !== beside || isEmpty(block));
  return isAlone ? 'c12' : span;
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'table') return block.rows.length === 0;
  return block.kind === 'bars' && block.bars.length === 0;
}

/** A headline beyond this is no first line: it stands in its panel. */
const longestHeadline = 220;

/** What the page's first line says: the headlines of its sections. */
export function headlinesOf(page: Page, sections: readonly Section[]): string {
  const names = new Set(panelsOf(page, sections).map(({ section }) => section));
  return [...names]
    .flatMap(({ headline }) => headline ?? [])
    .filter(({ length }) => length <= longestHeadline)
    .map(emphasised)
    .join(' ');
}

/** The first figure of a sentence stands out. */
function emphasised(sentence: string): string {
  const whole = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  return whole.replaceAll('**', '').replace(/\d[\d,.]*\d|\d/, '**$&**');
}
