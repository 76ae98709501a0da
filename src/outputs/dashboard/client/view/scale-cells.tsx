import type { JSX } from 'preact';
import type { DistributionCell, RangeCell, StripCell } from '../../../../model/cell.ts';
import { messages } from '../logic/messages.ts';
import { formatRoute } from '../logic/route.ts';
import { type Scale, scaleAround, scaleOf } from '../logic/scale.ts';
import { signs } from '../logic/signs.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';

function left(scale: Scale, score: number): { readonly left: string } {
  return { left: `${scale.percentOf(score).toFixed(2)}%` };
}

function Mark({
  kind,
  at,
  scale,
}: {
  readonly kind: string;
  readonly at: number | null;
  readonly scale: Scale;
}): JSX.Element | null {
  return at === null ? null : <i class={kind} style={left(scale, at)} />;
}

/** A small histogram on the profile's own scale, with minimum and cutoff where they lie inside. */
export function Distribution({ cell }: { readonly cell: DistributionCell }): JSX.Element {
  const { numbers } = usePage();
  const { from, binWidth, files, lower, marks } = cell;
  const all = files.reduce((sum, count) => sum + count, lower);
  if (all === 0) return <span class="rail-none">{messages.noFile}</span>;
  if (files.filter((count) => count > 0).length === 1 && lower === 0 && binWidth <= 1) {
    return (
      <span class="rail-none">
        {messages.everyFileScores(numbers.count(from + files.findIndex((count) => count > 0)))}
      </span>
    );
  }
  const to = from + binWidth * files.length;
  const scale = scaleOf(from, to);
  const inside = (at: number | null): number | null => (at !== null && at >= from && at <= to ? at : null);
  const says = `${messages.files(numbers.count(all))}, ${numbers.count(from)} – ${numbers.count(to)}`;
  return (
    <span class="mini" role="img" aria-label={says}>
      <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden={true}>
        <path d={barsPath(files)} />
      </svg>
      <Mark kind="r-min" at={inside(marks.minimum)} scale={scale} />
      <Mark kind="r-cut" at={inside(marks.cutoff)} scale={scale} />
    </span>
  );
}

function barsPath(files: readonly number[]): string {
  const width = 1000 / files.length;
  const most = Math.max(...files);
  return files
    .map((count, at) => {
      if (count === 0) return '';
      const top = 100 - Math.max(5, (count / most) * 92);
      const [x0, x1] = [at * width + 1.5, (at + 1) * width - 1.5];
      return `M${x0.toFixed(1)} 100V${top.toFixed(1)}H${x1.toFixed(1)}V100z`;
    })
    .join('');
}

/** Middle half, ends and marks of a set of scores on its own scale. */
export function Range({ cell }: { readonly cell: RangeCell }): JSX.Element {
  const { numbers } = usePage();
  const { p5, p25, median, p75, p95, marks } = cell;
  if (p5 === p95 && marks.bestSeen === p5) {
    return <span class="rail-none">{messages.everyFileScores(numbers.count(p5))}</span>;
  }
  const scale = scaleAround([p5, p95], marks);
  const span = (from: number, to: number): { readonly left: string; readonly right: string } => ({
    ...left(scale, from),
    right: `${(100 - scale.percentOf(to)).toFixed(2)}%`,
  });
  const says = [
    `${messages.mostFiles} ${numbers.count(p5)} – ${numbers.count(p95)}`,
    `${messages.middleHalf} ${numbers.count(p25)} – ${numbers.count(p75)}`,
    `${messages.median} ${numbers.count(median)}`,
    ...(marks.minimum === null ? [] : [`${messages.minimum} ${numbers.count(marks.minimum)}`]),
    ...(marks.cutoff === null ? [] : [`${messages.cutoff} ${numbers.count(marks.cutoff)}`]),
  ];
  return (
    <span class="rail" role="img" aria-label={says.join(', ')}>
      <i class="r-all" style={span(p5, p95)} />
      <i class="r-mid" style={span(p25, p75)} />
      <i class="r-med" style={left(scale, median)} />
      <Mark kind="r-min" at={marks.minimum} scale={scale} />
      <Mark kind="r-hi" at={marks.bestSeen} scale={scale} />
      <Mark kind="r-cut" at={marks.cutoff} scale={scale} />
    </span>
  );
}

/** Single files on the scale of their group: the sign of its state at its score. */
export function Strip({ cell }: { readonly cell: StripCell }): JSX.Element {
  const { numbers, route } = usePage();
  const scale = scaleAround(
    cell.files.map(({ score }) => score),
    { ...cell.marks, cutoff: null, bestSeen: null },
  );
  return (
    <span class="strip">
      <Mark kind="smin" at={cell.marks.minimum} scale={scale} />
      {cell.files.map(({ label, score, state, isMonitored, fileKey }) => (
        <a
          key={fileKey + label}
          class={`sp state s-${isMonitored ? signs[state].tone : 'off'}`}
          style={left(scale, score)}
          href={formatRoute({ ...route, file: fileKey })}
          tabIndex={-1}
          aria-label={`${label} ${numbers.count(score)}, ${isMonitored ? signs[state].word : messages.unmonitored}`}
        >
          <Icon name={isMonitored ? signs[state].icon : 'st-unmon'} />
        </a>
      ))}
    </span>
  );
}

/** What the marks of a scale mean. */
export function ScaleKey({ kind }: { readonly kind: 'distribution' | 'range' | 'strip' }): JSX.Element {
  const marks = { distribution: distributionKey, range: rangeKey, strip: [] }[kind];
  return (
    <ul class="key">
      {marks.map(([mark, word]) => (
        <li key={mark}>
          <i class={mark} />
          {word}
        </li>
      ))}
    </ul>
  );
}

const distributionKey = [
  ['k-min', messages.minimum],
  ['k-cut', messages.cutoff],
] as const;

const rangeKey = [
  ['k-all', messages.mostFiles],
  ['k-mid', messages.middleHalf],
  ['k-med', messages.median],
  ['k-min', messages.minimum],
  ['k-hi', messages.bestSeen],
  ['k-cut', messages.cutoff],
] as const;
