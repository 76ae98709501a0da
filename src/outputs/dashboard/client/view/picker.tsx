import type { JSX } from 'preact';
import { texts } from '../logic/messages.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Bdi } from './parts.tsx';
import { Popup } from './popup.tsx';

/** One value to choose. */
export interface Option {
  readonly value: string;
  readonly word: string;
  readonly icon: string | null;
  readonly tone?: string;
  readonly files?: number;
}

/** The values of one field. */
export interface OptionGroup {
  readonly field: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
}

/** What a menu of values needs. */
export interface PickerProps {
  readonly label: string;
  readonly groups: readonly OptionGroup[];
  readonly choose: (field: string) => (value: string | null) => void;
}

/** A menu that filters by one value of a field; choosing it again, or "Any", takes the filter off. */
export function Picker({ label, groups, choose }: PickerProps): JSX.Element {
  return (
    <Popup label={label}>
      {groups.map(({ field, options, chosen }) => (
        <fieldset class="opts" key={field}>
          <legend class="vh">{label}</legend>
          <Choice
            group={`${label} ${field}`}
            option={{ value: '', word: texts.any, icon: null }}
            isOn={chosen === null}
            pick={() => choose(field)(null)}
          />
          {options.map((option) => (
            <Choice
              key={option.value}
              group={`${label} ${field}`}
              option={option}
              isOn={chosen?.toLowerCase() === option.value.toLowerCase()}
              pick={() => choose(field)(option.value)}
            />
          ))}
        </fieldset>
      ))}
    </Popup>
  );
}

interface ChoiceProps {
  readonly group: string;
  readonly option: Option;
  readonly isOn: boolean;
  readonly pick: () => void;
}

function Choice({ group, option, isOn, pick }: ChoiceProps): JSX.Element {
  const { numbers } = usePage();
  const { word, icon, tone, files } = option;
  return (
    <label class="opt">
      <input type="radio" name={group} checked={isOn} onChange={pick} />
      {icon === null ? null : (
        <span class={`state s-${tone ?? 'off'}`}>
          <Icon name={icon} />
        </span>
      )}
      <span>
        <Bdi text={word} />
      </span>
      {files === undefined ? null : <small>{numbers.count(files)}</small>}
    </label>
  );
}
