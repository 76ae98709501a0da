import type { JSX } from 'preact';
import { explainFilterProblem } from '../../../../model/filter/explain-filter-problem.ts';
import { type Chip, withoutConditions } from '../logic/filter-chips.ts';
import type { FoundRows } from '../logic/find-rows.ts';
import { messages, texts } from '../logic/messages.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Bdi } from './parts.tsx';

/** Every filter in use; removing the last shows all. */
export function ChipList({
  found,
  chips,
}: {
  readonly found: FoundRows;
  readonly chips: readonly Chip[];
}): JSX.Element | null {
  const { route, go, model } = usePage();
  if (found.problem !== null) {
    return (
      <div class="badfilter" role="alert">
        <b>{texts.badFilter}</b>
        <pre>{explainFilterProblem(route.filter, found.problem, model.fields)}</pre>
      </div>
    );
  }
  const { instance } = route;
  if (chips.length === 0 && instance === null) return null;
  return (
    <ul class="chips" aria-label={texts.chips}>
      {chips.map((chip) => (
        <ChipItem
          key={`${chip.label} ${chip.value}`}
          label={chip.label}
          value={chip.value}
          remove={() => go({ filter: withoutConditions(found.filter, chip.conditions) })}
        />
      ))}
      {instance === null ? null : (
        <ChipItem label={messages.instance} value={instance} remove={() => go({ instance: null })} />
      )}
      <li>
        <button type="button" class="txt" onClick={() => go({ filter: '', instance: null })}>
          {texts.clearAll}
        </button>
      </li>
    </ul>
  );
}

interface ChipItemProps {
  readonly label: string;
  readonly value: string;
  readonly remove: () => void;
}

function ChipItem({ label, value, remove }: ChipItemProps): JSX.Element {
  return (
    <li class="chip">
      <span>{label}</span>{' '}
      <b>
        <Bdi text={value} />
      </b>
      <button type="button" aria-label={texts.removeFilter(`${label} ${value}`)} onClick={remove}>
        <Icon name="close" />
      </button>
    </li>
  );
}
