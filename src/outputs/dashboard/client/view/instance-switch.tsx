import type { JSX } from 'preact';
import { instanceAddress, instanceKey } from '../../../../model/instance.ts';
import { messages } from '../logic/messages.ts';
import { usePage } from './page-context.ts';

/** Chooses one instance, or all. @param kind `isw` in the top bar, which phones do not show */
export function InstanceSwitch({ kind }: { readonly kind: string }): JSX.Element {
  const { model, route, go } = usePage();
  const names = model.report.library.instances.map(({ instance }) => instance);
  return (
    <select
      class={`btn ${kind}`}
      aria-label={messages.chooseInstance}
      value={route.instance ?? ''}
      onChange={(event) => go({ instance: event.currentTarget.value || null })}
    >
      <option value="">{messages.allInstances}</option>
      {names.map((name) => (
        <option key={instanceKey(name)} value={instanceKey(name)}>
          {instanceAddress(name, names)}
        </option>
      ))}
    </select>
  );
}
