import type { JSX } from 'preact';
import { type Column, isUnit } from '../../../../model/block.ts';
import type {
  Cell,
  FormatsCell,
  Severity,
  SparkCell,
  StatesCell,
  TitleCell,
} from '../../../../model/cell.ts';
import { type CutoffLabel, shownLabels } from '../../../../model/cutoff-state.ts';
import { messages } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import { formatRoute } from '../logic/route.ts';
import { signs } from '../logic/signs.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Bdi, State, Time } from './parts.tsx';
import { Distribution, Range, Strip } from './scale-cells.tsx';

/** One cell, drawn as its column says. */
export function CellView({
  cell,
  type,
}: {
  readonly cell: Cell;
  readonly type: Column['type'];
}): JSX.Element {
  const { numbers } = usePage();
  if (cell === null) return <span class="dim">{messages.unknown}</span>;
  if (typeof cell === 'number') return <>{numberText(cell, type, numbers)}</>;
  if (typeof cell === 'boolean') return <>{cell ? messages.yes : messages.no}</>;
  if (cell instanceof Date) return <Time at={cell} />;
  if (typeof cell === 'string') return <TextCell text={cell} type={type} />;
  return <DrawnCell cell={cell} />;
}

function DrawnCell({
  cell,
}: {
  readonly cell: Exclude<Cell, string | number | boolean | Date | null>;
}): JSX.Element {
  switch (cell.kind) {
    case 'title':
      return <Title cell={cell} />;
    case 'states':
      return <Stack counts={cell.counts} />;
    case 'formats':
      return <Formats cell={cell} />;
    case 'distribution':
      return <Distribution cell={cell} />;
    case 'range':
      return <Range cell={cell} />;
    case 'strip':
      return <Strip cell={cell} />;
    case 'spark':
      return <Spark cell={cell} />;
  }
}

/** A figure as its column's unit writes it; plain where the column has none. */
function numberText(value: number, type: Column['type'], numbers: Numbers): string {
  return isUnit(type) ? numbers.inUnit(value, type) : numbers.count(value);
}

function TextCell({ text, type }: { readonly text: string; readonly type: Column['type'] }): JSX.Element {
  if (type === 'state' && isLabel(text)) return <State label={text} />;
  if (type === 'severity' && isSeverity(text)) return <SeverityWord severity={text} />;
  return <Bdi text={text} />;
}

function isLabel(text: string): text is CutoffLabel {
  return shownLabels.some((label) => label === text);
}

function isSeverity(text: string): text is Severity {
  return text === 'high' || text === 'medium' || text === 'low';
}

const severityIcons = { high: 'warn', medium: 'note', low: 'about' } as const;
const severityTones = { high: 'sv-high', medium: 'sv-mid', low: 'sv-low' } as const;

/** How bad a finding is: sign and word. */
function SeverityWord({ severity }: { readonly severity: Severity }): JSX.Element {
  return (
    <span class={`sevw ${severityTones[severity]}`}>
      <Icon name={severityIcons[severity]} />
      {messages.severity[severity]}
    </span>
  );
}

/** A title that opens its card; a season or a year beside it is never cut. */
export function Title({ cell }: { readonly cell: TitleCell }): JSX.Element {
  const { route } = usePage();
  const { title, detail, fileKey } = cell;
  const inner = (
    <>
      <Bdi text={title} /> {detail === '' ? null : <small>{detail}</small>}
    </>
  );
  if (fileKey === null) return <span class="tt">{inner}</span>;
  return (
    <a class="tt" href={formatRoute({ ...route, file: fileKey })}>
      {inner}
    </a>
  );
}

/** Files in the five states as one bar. */
export function Stack({
  counts,
  isBig = false,
}: {
  readonly counts: StatesCell['counts'];
  readonly isBig?: boolean;
}): JSX.Element {
  const { numbers } = usePage();
  const there = shownLabels.filter((label) => counts[label] > 0);
  const says = there.map((label) => `${signs[label].word} ${numbers.count(counts[label])}`).join(', ');
  return (
    <span class={isBig ? 'stack big' : 'stack'} role="img" aria-label={says || messages.noFile}>
      {there.map((label) => (
        <i key={label} class={`b-${signs[label].tone}`} style={{ flexGrow: counts[label] }} />
      ))}
    </span>
  );
}

/** Formats as chips with their points; the second only where there is room. */
function Formats({ cell }: { readonly cell: FormatsCell }): JSX.Element {
  const { numbers } = usePage();
  const [first, second, ...more] = cell.formats;
  if (first === undefined) return <span class="dim">{messages.none}</span>;
  const chip = ({ name, score }: FormatsCell['formats'][number], rank: string): JSX.Element => (
    <span class={`fc ${score < 0 ? 'neg' : ''} ${rank}`} key={name}>
      <Bdi text={name} />
      <b>{numbers.signed(score)}</b>
    </span>
  );
  return (
    <>
      {chip(first, '')}
      {second === undefined ? null : chip(second, 'x2')}
      {more.length === 0 ? null : <small class="x2">+{more.length}</small>}
    </>
  );
}

/** A small line without axis; a gap is a gap. */
function Spark({ cell }: { readonly cell: SparkCell }): JSX.Element {
  const { numbers } = usePage();
  const known = cell.values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(1, high - low);
  const steps = Math.max(1, cell.values.length - 1);
  let pen = 'M';
  const path = cell.values.map((value, at) => {
    const drawn =
      value === null
        ? ''
        : `${pen}${((at / steps) * 1000).toFixed(1)} ${(94 - ((value - low) / span) * 88).toFixed(1)}`;
    pen = value === null ? 'M' : 'L';
    return drawn;
  });
  const says = known.length === 0 ? messages.unknown : `${numbers.count(low)} – ${numbers.count(high)}`;
  return (
    <svg class="spark" viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label={says}>
      <path class="sl" d={path.join('')} />
    </svg>
  );
}
