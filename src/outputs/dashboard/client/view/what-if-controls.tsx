import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { whatIfTexts } from '../logic/messages.ts';
import { readWhole } from '../logic/numbers.ts';
import { type Edits, sliderFor, type WhatIfProps } from '../logic/what-if.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Bdi } from './parts.tsx';

/** Formats shown before a reader asks for all. */
const first = 10;

interface ControlsProps extends WhatIfProps {
  readonly change: (edits: Partial<Edits>) => void;
  /** Best score of the files. */
  readonly best: number;
}

/** A slider for each limit and each format that has points. */
export function WhatIfControls({ profile, edits, change, best }: ControlsProps): JSX.Element {
  const { numbers } = usePage();
  const [isWhole, setWhole] = useState(false);
  const scored = profile.formatScores
    .filter(({ score }) => score !== 0)
    .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const shown = isWhole ? scored : scored.slice(0, first);
  const setScore = (name: string, score: number, now: number): void => {
    const scores = new Map(edits.scores);
    if (score === now) scores.delete(name);
    else scores.set(name, score);
    change({ scores });
  };
  const { cutoffFormatScore: cutoff, minFormatScore: minimum } = profile;
  return (
    <div class="wctl">
      <h3>{whatIfTexts.scoresAndLimits}</h3>
      <ScoreSlider
        label={whatIfTexts.cutoff}
        now={cutoff}
        value={edits.cutoff ?? cutoff}
        around={best}
        set={(value) => change({ cutoff: value === cutoff ? null : value })}
      />
      <ScoreSlider
        label={whatIfTexts.minimum}
        now={minimum}
        value={edits.minimum ?? minimum}
        around={best / 3}
        set={(value) => change({ minimum: value === minimum ? null : value })}
      />
      <hr />
      {shown.map(({ name, score }) => (
        <ScoreSlider
          key={name}
          label={name}
          now={score}
          value={edits.scores.get(name) ?? score}
          around={score}
          set={(value) => setScore(name, value, score)}
        />
      ))}
      {scored.length <= first ? null : (
        <button type="button" class="txt" onClick={() => setWhole(!isWhole)}>
          <Icon name={isWhole ? 'minus' : 'plus'} />
          {isWhole ? whatIfTexts.fewerFormats : whatIfTexts.moreFormats(numbers.count(scored.length - first))}
        </button>
      )}
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  /** What it is on the server. */
  readonly now: number;
  readonly value: number;
  /** A value that must be in reach. */
  readonly around: number;
  readonly set: (value: number) => void;
}

function ScoreSlider({ label, now, value, around, set }: SliderProps): JSX.Element {
  const { numbers } = usePage();
  const { min, max, step } = sliderFor(now, around);
  const id = `w-${label}`;
  const percent = (score: number): string => `${(((score - min) / (max - min)) * 100).toFixed(1)}%`;
  return (
    <div class={value === now ? 'sl' : 'sl mod'} style={{ '--p': percent(value), '--o': percent(now) }}>
      <label for={id}>
        <Bdi text={label} />
      </label>
      <input
        type="range"
        id={id}
        min={min}
        max={max}
        step={step}
        value={value}
        onInput={(event) => set(nearTo(event.currentTarget.valueAsNumber, now, step))}
      />
      <input
        class="num"
        inputMode="numeric"
        aria-label={whatIfTexts.exact(label)}
        value={numbers.count(value)}
        onChange={(event) => {
          const next = readWhole(event.currentTarget.value);
          if (next === null) event.currentTarget.value = numbers.count(value);
          else set(next);
        }}
      />
      <span class="was">{value === now ? '' : whatIfTexts.was(numbers.count(now))}</span>
    </div>
  );
}

/** A slider between two of its steps stands on the value of the server again. */
function nearTo(value: number, now: number, step: number): number {
  return Math.abs(value - now) < step ? now : value;
}
