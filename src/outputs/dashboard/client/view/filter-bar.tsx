import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { shownLabels } from '../../../../model/cutoff-state.ts';
import { choicesOf } from '../logic/choices.ts';
import type { ExplorerColumn } from '../logic/explorer-columns.ts';
import { type Chip, choiceOf, withChoice } from '../logic/filter-chips.ts';
import type { FoundRows } from '../logic/find-rows.ts';
import { messages, texts } from '../logic/messages.ts';
import { signs } from '../logic/signs.ts';
import { ChipList } from './chip-list.tsx';
import { ColumnChooser, ExportMenu } from './explorer-tools.tsx';
import { FormatPicker } from './format-picker.tsx';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Picker } from './picker.tsx';
import { ScoreRange } from './score-range.tsx';
import { useLater } from './use-later.ts';
import { ViewsMenu } from './views-menu.tsx';

/** What the filters stand on. */
export interface FilterBarProps {
  readonly found: FoundRows;
  readonly chips: readonly Chip[];
  readonly rows: readonly number[];
  readonly columns: readonly ExplorerColumn[];
  readonly selected: ReadonlySet<number>;
}

/** Search, filters, columns and export; on a phone the filters open as a sheet. */
export function FilterBar({ found, chips, rows, columns, selected }: FilterBarProps): JSX.Element {
  const { numbers } = usePage();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="filters" data-open={isOpen ? '' : undefined}>
      <div class="frow">
        <Search />
        <button type="button" class="btn phone-only" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name="filter" />
          <span>
            {texts.filters} {chips.length === 0 ? null : <b>{chips.length}</b>}
          </span>
        </button>
        {isOpen ? (
          <button
            type="button"
            class="scrim phone-only"
            aria-label={messages.close}
            onClick={() => setOpen(false)}
          />
        ) : null}
        <span class="fbtns">
          <ViewsMenu found={found} />
          <Choosers found={found} />
          <FormatPicker found={found} />
          <ScoreRange filter={found.filter} />
          <button type="button" class="btn pri phone-only" onClick={() => setOpen(false)}>
            <span>{texts.showFiles(numbers.count(rows.length))}</span>
          </button>
        </span>
        <span class="fend">
          <ColumnChooser columns={columns} />
          <ExportMenu rows={rows} selected={selected} columns={columns} />
        </span>
      </div>
      <ChipList found={found} chips={chips} />
    </div>
  );
}

function Search(): JSX.Element {
  const { route, go } = usePage();
  const [later, text] = useLater(route.search, (search) => go({ search }, 'replace'));
  return (
    <label class="inp search">
      <Icon name="search" />
      <span class="vh">{texts.searchLabel}</span>
      <input
        type="search"
        value={text}
        placeholder={texts.searchHint}
        onInput={(event) => later(event.currentTarget.value)}
      />
    </label>
  );
}

function Choosers({ found }: { readonly found: FoundRows }): JSX.Element {
  const { model, go } = usePage();
  const profiles = useMemo(() => choicesOf(model, model.places, ({ profile }) => [profile.name]), [model]);
  const qualities = useMemo(() => choicesOf(model, model.places, ({ quality }) => [quality.name]), [model]);
  const choose = (field: string) => (value: string | null) =>
    go({ filter: withChoice(found.filter, field, value) });
  const chosen = (field: string): string | null => choiceOf(found.filter, field);
  const monitored = [
    { value: 'yes', word: messages.monitored, icon: null },
    { value: 'no', word: messages.unmonitored, icon: 'st-unmon' },
  ];
  const states = shownLabels.map((label) => ({
    value: label,
    word: signs[label].word,
    icon: signs[label].icon,
    tone: signs[label].tone,
  }));
  return (
    <>
      <Picker
        label={texts.profile}
        groups={[{ field: 'profile', options: profiles.map(plainOption), chosen: chosen('profile') }]}
        choose={choose}
      />
      <Picker
        label={texts.state}
        groups={[
          { field: 'state', options: states, chosen: chosen('state') },
          { field: 'monitored', options: monitored, chosen: chosen('monitored') },
        ]}
        choose={choose}
      />
      <Picker
        label={texts.quality}
        groups={[{ field: 'quality', options: qualities.map(plainOption), chosen: chosen('quality') }]}
        choose={choose}
      />
    </>
  );
}

function plainOption({ value, files }: { readonly value: string; readonly files: number }): {
  readonly value: string;
  readonly word: string;
  readonly icon: null;
  readonly files: number;
} {
  return { value, word: value, icon: null, files };
}
