import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Chip } from '../logic/filter-chips.ts';
import type { FoundRows } from '../logic/find-rows.ts';
import { bestDrop } from '../logic/least-filter.ts';
import { texts } from '../logic/messages.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';

/** Nothing passes: which filter to drop to get most back. */
export function NoResult({
  found,
  chips,
}: {
  readonly found: FoundRows;
  readonly chips: readonly Chip[];
}): JSX.Element {
  const { model, numbers, route, go } = usePage();
  const drop = useMemo(() => bestDrop(model, { filter: found.filter, chips, route }), [model, found, route]);
  return (
    <div class="noresult">
      <p>
        <b>{texts.noMatch(numbers.count(chips.length + (route.search === '' ? 0 : 1)))}</b>{' '}
        {drop === null
          ? ''
          : texts.without(`${drop.chip.label} ${drop.chip.value}`, numbers.count(drop.files))}
      </p>
      <p class="acts">
        {drop === null ? null : (
          <button type="button" class="btn sm" onClick={() => go({ filter: drop.filter })}>
            <Icon name="close" />
            <span>{texts.dropFilter}</span>
          </button>
        )}
        <button type="button" class="btn sm" onClick={() => go({ filter: '', search: '', instance: null })}>
          <span>{texts.clearAll}</span>
        </button>
      </p>
    </div>
  );
}
