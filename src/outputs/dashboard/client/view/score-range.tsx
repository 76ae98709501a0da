import type { JSX } from 'preact';
import type { Filter } from '../../../../model/filter/filter.ts';
import { scoreLimits, withScoreLimits } from '../logic/filter-chips.ts';
import { texts } from '../logic/messages.ts';
import { readWhole } from '../logic/numbers.ts';
import { usePage } from './page-context.ts';

/** Two fields that always say what the brush says. */
export function ScoreRange({ filter }: { readonly filter: Filter }): JSX.Element {
  const { go } = usePage();
  const { low, high } = scoreLimits(filter);
  return (
    <span class="range">
      <span>
        {texts.score}{' '}
        <ScoreField
          label={texts.lowestScore}
          value={low}
          set={(next) => go({ filter: withScoreLimits(filter, next, high) })}
        />
      </span>
      <span aria-hidden={true}>{texts.scoreTo}</span>
      <ScoreField
        label={texts.highestScore}
        value={high}
        set={(next) => go({ filter: withScoreLimits(filter, low, next) })}
      />
    </span>
  );
}

interface ScoreFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly set: (value: number | null) => void;
}

/** A whole number that may be empty; what is no number is put back. */
function ScoreField({ label, value, set }: ScoreFieldProps): JSX.Element {
  const { numbers } = usePage();
  const written = value === null ? '' : numbers.count(value);
  return (
    <input
      class="num"
      inputMode="numeric"
      aria-label={label}
      value={written}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const next = text.trim() === '' ? null : readWhole(text);
        if (next === null && text.trim() !== '') event.currentTarget.value = written;
        else set(next);
      }}
    />
  );
}
