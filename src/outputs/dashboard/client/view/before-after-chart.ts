import type { Plugin } from 'chart.js';
import type { QualityProfile } from '../../../../model/quality-profile.ts';
import type { Histogram } from '../logic/histogram.ts';
import { messages, texts, whatIfTexts } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import type { Edits } from '../logic/what-if.ts';
import { axisTitles, type Flag, flagsPlugin } from './chart-marks.ts';
import type { Colors } from './chart-setup.ts';
import type { ChartMaker } from './chart-view.tsx';
import { histogramConfig, lowerPlugin, pointsOf } from './histogram-chart.ts';

/** Two distributions in one frame, with the limits that are tried. */
export interface BeforeAfterQuestion {
  readonly now: Histogram;
  readonly after: Histogram;
  readonly profile: QualityProfile;
  readonly edits: Edits;
}

/** After filled violet, now as an ink outline over it. */
export function beforeAfter(
  { now, after, profile, edits }: BeforeAfterQuestion,
  numbers: Numbers,
): ChartMaker {
  const flags = flagsOf(profile, edits, numbers);
  const most = { ...after, bins: after.bins.map((count, at) => Math.max(count, now.bins[at] ?? 0)) };
  return (colors) => ({
    ...histogramConfig(most, numbers, colors),
    data: {
      datasets: [
        {
          label: whatIfTexts.after,
          data: pointsOf(after),
          backgroundColor: colors.youFill,
          borderColor: colors.you,
          borderWidth: 1,
          barPercentage: 1,
          categoryPercentage: 1,
        },
      ],
    },
    plugins: [
      axisTitles(messages.unitOf.score, messages.filesHead, colors),
      lowerPlugin(after, numbers, colors),
      outlinePlugin(now, colors),
      flagsPlugin(flags, colors),
    ],
  });
}

function flagsOf(profile: QualityProfile, { cutoff, minimum }: Edits, numbers: Numbers): readonly Flag[] {
  const { cutoffFormatScore, minFormatScore } = profile;
  const now: Flag = {
    at: cutoffFormatScore,
    label:
      cutoff === null
        ? texts.cutoffAt(numbers.count(cutoffFormatScore))
        : whatIfTexts.cutoffNow(numbers.count(cutoffFormatScore)),
    kind: cutoff === null ? 'cutoff' : 'best',
  };
  const tried: readonly Flag[] =
    cutoff === null
      ? []
      : [{ at: cutoff, label: whatIfTexts.cutoffTried(numbers.count(cutoff)), kind: 'tried' }];
  const low = minimum ?? minFormatScore;
  return [
    { at: low, label: texts.minimumAt(numbers.count(low)), kind: minimum === null ? 'minimum' : 'tried' },
    now,
    ...tried,
  ];
}

/** The distribution as it is, drawn as steps. */
function outlinePlugin({ from, width, bins }: Histogram, colors: Colors): Plugin {
  return {
    id: 'outline',
    afterDatasetsDraw: ({ ctx, scales }) => {
      const [x, y] = [scales['x'], scales['y']];
      if (x === undefined || y === undefined) return;
      ctx.save();
      ctx.strokeStyle = colors.text;
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      ctx.moveTo(x.getPixelForValue(from), y.getPixelForValue(0));
      for (const [at, count] of bins.entries()) {
        ctx.lineTo(x.getPixelForValue(from + at * width), y.getPixelForValue(count));
        ctx.lineTo(x.getPixelForValue(from + (at + 1) * width), y.getPixelForValue(count));
      }
      ctx.lineTo(x.getPixelForValue(from + bins.length * width), y.getPixelForValue(0));
      ctx.stroke();
      ctx.restore();
    },
  };
}
