import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { QualityProfile } from '../../../../model/quality-profile.ts';
import { choicesOf } from '../logic/choices.ts';
import { whatIfTexts } from '../logic/messages.ts';
import { instanceKeyOf } from '../logic/page-model.ts';
import { type Edits, editsAsYaml, noEdits, tryEdits } from '../logic/what-if.ts';
import { copyText } from './download.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Panel } from './parts.tsx';
import { WhatIfControls } from './what-if-controls.tsx';
import { WhatIfResult } from './what-if-result.tsx';

/** Changes scores and limits of one profile and shows at once what would move. */
export function WhatIf(): JSX.Element | null {
  const { model, numbers, route, go } = usePage();
  const profiles = useMemo(() => {
    const all = model.files.map((_, at) => at);
    return choicesOf(model, all, ({ profile }) => (profile.upgradeAllowed ? [profile.name] : []));
  }, [model]);
  const name = profiles.find(({ value }) => value === route.part)?.value ?? profiles[0]?.value ?? null;
  const rows = useMemo(() => rowsOf(model, name, route.instance), [model, name, route.instance]);
  const [kept, setEdits] = useState<{ readonly of: string | null; readonly edits: Edits }>({
    of: name,
    edits: noEdits,
  });
  const edits = kept.of === name ? kept.edits : noEdits;
  const tried = useMemo(() => tryEdits(model, rows, edits), [model, rows, edits]);
  const profile = model.files[rows[0] ?? -1]?.profile;
  if (name === null || profile === undefined) return null;
  const change = (next: Partial<Edits>): void => setEdits({ of: name, edits: { ...edits, ...next } });
  const yaml = (): string => {
    const instances = new Set(rows.flatMap((at) => model.files[at] ?? []).map(instanceKeyOf));
    return editsAsYaml({ instances: [...instances], profile: name, edits });
  };
  return (
    <Panel
      id="what-if"
      span="c12 whatif"
      title={whatIfTexts.title(name)}
      subtitle={whatIfTexts.subtitle(numbers.count(rows.length))}
      action={
        <div class="pa">
          <ProfileSelect
            names={profiles.map(({ value }) => value)}
            name={name}
            choose={(part) => go({ part }, 'replace')}
          />
          <button
            type="button"
            class="btn sm"
            disabled={edits === noEdits}
            onClick={() => setEdits({ of: name, edits: noEdits })}
          >
            <Icon name="undo" />
            <span>{whatIfTexts.reset}</span>
          </button>
          <button
            type="button"
            class="btn sm"
            disabled={edits === noEdits}
            onClick={() => void copyText(yaml())}
          >
            <Icon name="copy" />
            <span>{whatIfTexts.copyYaml}</span>
          </button>
        </div>
      }
    >
      <div class="wi">
        <WhatIfControls profile={profile} edits={edits} change={change} best={bestOf(model.files, rows)} />
        <WhatIfResult profile={profile} rows={rows} edits={edits} tried={tried} />
      </div>
    </Panel>
  );
}

function rowsOf(
  { files }: ReturnType<typeof usePage>['model'],
  name: string | null,
  instance: string | null,
): readonly number[] {
  return files.flatMap((file, at) =>
    file.profile.name === name && (instance === null || instanceKeyOf(file) === instance) ? [at] : [],
  );
}

function bestOf(files: readonly { readonly score: number }[], rows: readonly number[]): number {
  return rows.reduce((best, at) => Math.max(best, files[at]?.score ?? best), 0);
}

interface ProfileSelectProps {
  readonly names: readonly string[];
  readonly name: string;
  readonly choose: (name: string) => void;
}

function ProfileSelect({ names, name, choose }: ProfileSelectProps): JSX.Element {
  return (
    <select
      class="btn sm"
      aria-label={whatIfTexts.choose}
      value={name}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {names.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}

/** What both sides of what-if know. */
export interface WhatIfProps {
  readonly profile: QualityProfile;
  readonly edits: Edits;
}
