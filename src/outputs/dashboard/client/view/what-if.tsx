import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { QualityProfile } from '../../../../model/quality-profile.ts';
import { choicesOf } from '../logic/choices.ts';
import { whatIfTexts } from '../logic/messages.ts';
import { instanceKeyOf, type PageModel } from '../logic/page-model.ts';
import { type Edits, editsAsYaml, hasEdits, noEdits, tryEdits } from '../logic/what-if.ts';
import { copyText } from './download.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Panel } from './parts.tsx';
import { WhatIfControls } from './what-if-controls.tsx';
import { WhatIfResult } from './what-if-result.tsx';

/** Changes scores and limits of one profile and shows at once what would move. */
export function WhatIf(): JSX.Element | null {
  const { model, route } = usePage();
  const names = useMemo(() => triedProfiles(model), [model]);
  const name = names.find((one) => one === route.part) ?? names[0] ?? null;
  const rows = useMemo(() => rowsOf(model, name, route.instance), [model, name, route.instance]);
  const profile = model.files[rows[0] ?? -1]?.profile;
  if (name === null || profile === undefined) return null;
  return <OfProfile key={name} {...{ names, name, rows, profile }} />;
}

interface OfProfileProps {
  readonly names: readonly string[];
  readonly name: string;
  readonly rows: readonly number[];
  readonly profile: QualityProfile;
}

function OfProfile({ names, name, rows, profile }: OfProfileProps): JSX.Element {
  const { model, numbers, go } = usePage();
  const [edits, setEdits] = useState(noEdits);
  const tried = useMemo(() => tryEdits(model, rows, edits), [model, rows, edits]);
  const change = (next: Partial<Edits>): void => setEdits({ ...edits, ...next });
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
          <ProfileSelect names={names} name={name} choose={(part) => go({ part }, 'replace')} />
          <EditButtons isEdited={hasEdits(edits)} reset={() => setEdits(noEdits)} yaml={yaml} />
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

interface EditButtonsProps {
  readonly isEdited: boolean;
  readonly reset: () => void;
  readonly yaml: () => string;
}

function EditButtons({ isEdited, reset, yaml }: EditButtonsProps): JSX.Element {
  return (
    <>
      <button type="button" class="btn sm" disabled={!isEdited} onClick={reset}>
        <Icon name="undo" />
        <span>{whatIfTexts.reset}</span>
      </button>
      <button type="button" class="btn sm" disabled={!isEdited} onClick={() => void copyText(yaml())}>
        <Icon name="copy" />
        <span>{whatIfTexts.copyYaml}</span>
      </button>
    </>
  );
}

/** Profiles that allow upgrades, most files first. */
function triedProfiles(model: PageModel): readonly string[] {
  const found = choicesOf(model, model.places, ({ profile }) =>
    profile.upgradeAllowed ? [profile.name] : [],
  );
  return found.map(({ value }) => value);
}

function rowsOf({ files }: PageModel, name: string | null, instance: string | null): readonly number[] {
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
