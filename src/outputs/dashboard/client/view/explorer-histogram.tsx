import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { QualityProfile } from '../../../../model/quality-profile.ts';
import { choicesOf } from '../logic/choices.ts';
import { scoreLimits, withChoice, withScoreLimits } from '../logic/filter-chips.ts';
import type { FoundRows } from '../logic/find-rows.ts';
import { frameOf, histogramOf } from '../logic/histogram.ts';
import { texts } from '../logic/messages.ts';
import { scoresOf } from '../logic/summary.ts';
import { Brush } from './brush.tsx';
import { ChartView } from './chart-view.tsx';
import { scoreHistogram } from './histogram-chart.ts';
import { usePage } from './page-context.ts';

/** The scores of the files in view: of one profile, because scores of several cannot be compared. */
export function ExplorerHistogram({ found, profile }: HistogramProps): JSX.Element | null {
  if (found.anyScore.length === 0) return null;
  return profile === null ? <ChooseProfile found={found} /> : <OfProfile found={found} profile={profile} />;
}

/** What the histogram is of. */
export interface HistogramProps {
  readonly found: FoundRows;
  readonly profile: QualityProfile | null;
}

function ChooseProfile({ found }: { readonly found: FoundRows }): JSX.Element {
  const { model, go, numbers } = usePage();
  const profiles = useMemo(
    () => choicesOf(model, found.anyScore, (file) => [file.profile.name]),
    [model, found],
  );
  return (
    <div class="fh choose">
      <p class="dim">{texts.chooseProfile}</p>
      <p class="acts">
        {profiles.slice(0, 8).map(({ value, files }) => (
          <button
            key={value}
            type="button"
            class="btn sm"
            onClick={() => go({ filter: withChoice(found.filter, 'profile', value) })}
          >
            <span>{value}</span> <small>{numbers.count(files)}</small>
          </button>
        ))}
      </p>
    </div>
  );
}

function OfProfile({
  found,
  profile,
}: {
  readonly found: FoundRows;
  readonly profile: QualityProfile;
}): JSX.Element {
  const { model, numbers, go } = usePage();
  const { minFormatScore: minimum, cutoffFormatScore: cutoff } = profile;
  const limits = scoreLimits(found.filter);
  const histogram = useMemo(() => {
    const scores = scoresOf(model, found.anyScore);
    return histogramOf(scores, frameOf(scores, [minimum], 60));
  }, [model, found, minimum]);
  const make = useMemo(
    () => scoreHistogram({ histogram, limits, marks: { minimum, cutoff } }, numbers),
    [histogram, limits.low, limits.high, minimum, cutoff, numbers],
  );
  const says = texts.histogram(
    numbers.count(found.anyScore.length),
    numbers.count(histogram.lower),
    numbers.count(histogram.from),
  );
  return (
    <div class="fh brushed">
      <ChartView make={make} says={says} height="168px" />
      <Brush
        histogram={histogram}
        limits={limits}
        set={(low, high) => go({ filter: withScoreLimits(found.filter, low, high) }, 'replace')}
      />
    </div>
  );
}
