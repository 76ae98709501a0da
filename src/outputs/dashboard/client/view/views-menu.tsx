import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatFilter } from '../../../../model/filter/format-filter.ts';
import type { FoundRows } from '../logic/find-rows.ts';
import { texts } from '../logic/messages.ts';
import { builtInViews, type View } from '../logic/views.ts';
import { Icon } from './icon.tsx';
import { keepViews, keptViews } from './kept-views.ts';
import { usePage } from './page-context.ts';
import { Popup } from './popup.tsx';

/** Built-in views, those a reader kept, and the filter as text. */
export function ViewsMenu({ found }: { readonly found: FoundRows }): JSX.Element {
  const { go, route } = usePage();
  const [views, setViews] = useState(keptViews);
  const keep = (next: readonly View[]): void => {
    keepViews(next);
    setViews(next);
  };
  const text = found.problem === null ? formatFilter(found.filter) : route.filter;
  return (
    <Popup label={texts.views}>
      <ul class="views">
        {[...builtInViews, ...views].map((view) => (
          <li key={view.name}>
            <button type="button" class="txt" onClick={() => go({ filter: view.filter })}>
              {view.name}
            </button>
            {views.includes(view) ? (
              <button
                type="button"
                class="ib"
                aria-label={texts.removeView(view.name)}
                onClick={() => keep(views.filter((one) => one !== view))}
              >
                <Icon name="close" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <FilterText key={text} text={text} apply={(filter) => go({ filter })} />
      {text === '' ? null : (
        <SaveView
          save={(name) => keep([...views.filter((one) => one.name !== name), { name, filter: text }])}
        />
      )}
    </Popup>
  );
}

function FilterText({
  text,
  apply,
}: {
  readonly text: string;
  readonly apply: (text: string) => void;
}): JSX.Element {
  const [typed, type] = useState(text);
  return (
    <form
      class="ftext"
      onSubmit={(event) => {
        event.preventDefault();
        apply(typed);
      }}
    >
      <label class="inp">
        <span class="vh">{texts.filterText}</span>
        <input
          value={typed}
          placeholder={texts.filterHint}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn">
        {texts.apply}
      </button>
    </form>
  );
}

function SaveView({ save }: { readonly save: (name: string) => void }): JSX.Element {
  const [name, setName] = useState('');
  return (
    <form
      class="ftext"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save(name.trim());
        setName('');
      }}
    >
      <label class="inp">
        <span class="vh">{texts.viewName}</span>
        <input
          value={name}
          placeholder={texts.viewName}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn">
        {texts.saveView}
      </button>
    </form>
  );
}
