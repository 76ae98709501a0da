import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { spreadOf } from '../logic/card-facts.ts';
import { roundTicks } from '../logic/histogram.ts';
import { texts } from '../logic/messages.ts';
import { type Scale, scaleOf } from '../logic/scale.ts';
import { type Page, usePage } from './page-context.ts';

type File = Page['model']['files'][number];

/** The file's score on its profile's own scale. */
export function CardStanding({ file }: { readonly file: File }): JSX.Element {
  const { model, numbers } = usePage();
  const spread = useMemo(() => spreadOf(model, file), [model, file]);
  const { minFormatScore: minimum, cutoffFormatScore: cutoff } = file.profile;
  const points = [file.score, minimum, cutoff, spread.best, spread.p75];
  const low = Math.min(...points, Math.max(spread.p25, Math.min(...points) - 1));
  const high = Math.max(...points, low + 1);
  const scale = scaleOf(low - (high - low) * 0.04, high + (high - low) * 0.02);
  const flags = [
    { at: file.score, label: texts.thisFile(numbers.count(file.score)), kind: 'f-me' },
    { at: minimum, label: texts.minimumAt(numbers.count(minimum)), kind: 'f-min' },
    { at: spread.best, label: texts.bestAt(numbers.count(spread.best)), kind: 'f-hi' },
    { at: cutoff, label: texts.cutoffAt(numbers.count(cutoff)), kind: 'f-cut' },
  ].toSorted((a, b) => a.at - b.at);
  return (
    <>
      <h3>{texts.where}</h3>
      <div class="plot stand" style={{ '--h': '44px', '--gut': '0px', '--flags': flags.length }}>
        <div class="plot-in" role="img" aria-label={flags.map(({ label }) => label).join('; ')}>
          <div class="area">
            <Plot scale={scale} spread={spread} flags={flags} />
            {flags.map(({ at, label, kind }, row) => (
              <span
                key={kind}
                class={`flag ${kind} ${scale.percentOf(at) > 62 ? 'left' : ''}`}
                style={{ left: `${scale.percentOf(at).toFixed(2)}%`, '--row': row }}
              >
                {label}
              </span>
            ))}
          </div>
          <div class="xax">
            {roundTicks(scale.from, scale.to).map((tick) => (
              <span
                key={tick}
                class={edge(scale.percentOf(tick))}
                style={{ left: `${scale.percentOf(tick).toFixed(2)}%` }}
              >
                {numbers.count(tick)}
              </span>
            ))}
          </div>
        </div>
      </div>
      <p class="dim sm">{texts.greyHalf(file.profile.name)}</p>
    </>
  );
}

function edge(percent: number): string {
  if (percent < 6) return 'start';
  return percent > 94 ? 'end' : '';
}

interface PlotProps {
  readonly scale: Scale;
  readonly spread: ReturnType<typeof spreadOf>;
  readonly flags: readonly { readonly at: number; readonly kind: string }[];
}

const lines: Readonly<Record<string, string>> = {
  'f-me': 'fl fl-me',
  'f-min': 'fl fl-min',
  'f-hi': 'fl fl-hi',
  'f-cut': 'fl fl-cut',
};

function Plot({ scale, spread, flags }: PlotProps): JSX.Element {
  const x = (score: number): string => (scale.percentOf(score) * 10).toFixed(2);
  return (
    <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden={true}>
      <path class="base" d="M0 1000H1000" />
      <path class="h" d={`M${x(spread.p25)} 1000V720H${x(spread.p75)}V1000z`} />
      {flags.map(({ at, kind }) => (
        <path key={kind} class={lines[kind] ?? 'fl'} d={`M${x(at)} 0V1000`} />
      ))}
    </svg>
  );
}
