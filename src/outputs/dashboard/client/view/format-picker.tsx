import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type Choice, formatChoices } from '../logic/choices.ts';
import { type FormatWish, formatWish, withFormat } from '../logic/filter-chips.ts';
import type { FoundRows } from '../logic/find-rows.ts';
import { texts } from '../logic/messages.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Bdi } from './parts.tsx';
import { Popup } from './popup.tsx';

const shownAtOnce = 10;

/** One row a format: has, has not, any. */
export function FormatPicker({ found }: { readonly found: FoundRows }): JSX.Element {
  return (
    <Popup label={texts.formats}>
      <FormatList found={found} />
    </Popup>
  );
}

function FormatList({ found }: { readonly found: FoundRows }): JSX.Element {
  const { model, numbers } = usePage();
  const [word, setWord] = useState('');
  const all = useMemo(() => formatChoices(model, found.anyScore), [model, found]);
  const wanted = all.filter(({ value }) => value.toLowerCase().includes(word.trim().toLowerCase()));
  const isAsked = ({ value }: Choice): boolean => formatWish(found.filter, value) !== 'any';
  const shown = [...wanted.filter(isAsked), ...wanted.filter((one) => !isAsked(one)).slice(0, shownAtOnce)];
  const more = wanted.length - shown.length;
  return (
    <>
      <label class="inp">
        <Icon name="search" />
        <span class="vh">{texts.findFormat}</span>
        <input
          type="search"
          value={word}
          placeholder={texts.findFormat}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
      </label>
      <div class="pk-h" aria-hidden={true}>
        <span>{texts.format}</span>
        <span>{texts.has}</span>
        <span>{texts.hasNot}</span>
        <span>{texts.any}</span>
      </div>
      {shown.map((choice) => (
        <FormatRow key={choice.value} choice={choice} found={found} />
      ))}
      {more > 0 ? <p class="dim">{texts.findOne(numbers.count(more))}</p> : null}
    </>
  );
}

const wishes: readonly (readonly [FormatWish, string])[] = [
  ['has', texts.has],
  ['has not', texts.hasNot],
  ['any', texts.any],
];

function FormatRow({ choice, found }: { readonly choice: Choice; readonly found: FoundRows }): JSX.Element {
  const { numbers, go } = usePage();
  const { value: name, files } = choice;
  const now = formatWish(found.filter, name);
  return (
    <fieldset class="pk">
      <legend class="vh">{name}</legend>
      <span>
        <Bdi text={name} /> <small>{numbers.count(files)}</small>
      </span>
      {wishes.map(([wish, word]) => (
        <label key={wish}>
          <input
            type="radio"
            name={`pk ${name}`}
            aria-label={`${name}: ${word}`}
            checked={now === wish}
            onChange={() => go({ filter: withFormat(found.filter, name, wish) })}
          />
          <span />
        </label>
      ))}
    </fieldset>
  );
}
