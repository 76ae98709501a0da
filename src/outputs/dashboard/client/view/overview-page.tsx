import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { shownLabels } from '../../../../model/cutoff-state.ts';
import { firstThings } from '../logic/first-things.ts';
import { messages } from '../logic/messages.ts';
import { panelsOf } from '../logic/page-plan.ts';
import { filesAddress, formatRoute, home } from '../logic/route.ts';
import { signs } from '../logic/signs.ts';
import { type StateSum, sumStates } from '../logic/summary.ts';
import { Stack } from './cells.tsx';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { More, Panel, State } from './parts.tsx';
import { SectionPanel } from './section-panel.tsx';

/** How good the library is, and what changed. */
export function OverviewPage(): JSX.Element {
  const { model, route } = usePage();
  const panels = panelsOf('overview', model.report.sections);
  const [health, rest] = [
    panels.filter(({ span }) => span === 'c4'),
    panels.filter(({ span }) => span !== 'c4'),
  ];
  const isPaired = rest[0]?.section.name === 'changes';
  const sums = useMemo(() => sumStates(model, model.places), [model]);
  return (
    <div class="grid">
      {health.map((panel) => (
        <SectionPanel key={panel.section.name} panel={panel} />
      ))}
      <StatesPanel sums={sums} span={health.length > 0 ? 'c8' : 'c12'} instance={route.instance} />
      <FirstPanel span={isPaired ? 'c6' : 'c12'} />
      {rest.map((panel) => (
        <SectionPanel key={`${panel.section.name} ${panel.blocks[0]?.name}`} panel={panel} />
      ))}
    </div>
  );
}

interface StatesProps {
  readonly sums: readonly StateSum[];
  readonly span: string;
  readonly instance: string | null;
}

/** The five states: the table beneath is the legend of the bar. */
function StatesPanel({ sums, span }: StatesProps): JSX.Element {
  const { numbers } = usePage();
  const files = sums.reduce((sum, one) => sum + one.files, 0);
  const bytes = sums.reduce((sum, one) => sum + one.sizeBytes, 0);
  const of = (label: (typeof shownLabels)[number]): number =>
    sums.find((one) => one.label === label)?.files ?? 0;
  const counts = {
    closed: of('closed'),
    'format open': of('format open'),
    'quality open': of('quality open'),
    'below minimum': of('below minimum'),
    'upgrades off': of('upgrades off'),
  };
  return (
    <Panel
      id="states"
      title={messages.statesTitle}
      subtitle={messages.statesSubtitle}
      span={span}
      action={<More href={filesAddress('')} text={messages.allFiles} />}
    >
      <div class="pad">
        <Stack counts={counts} isBig={true} />
      </div>
      <table class="t legend">
        <caption class="vh">{messages.statesTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.state}</th>
            <th scope="col" class="lo">
              {messages.meaning}
            </th>
            <th scope="col" class="n">
              {messages.filesHead}
            </th>
            <th scope="col" class="n">
              {messages.share}
            </th>
            <th scope="col" class="n hide-s">
              {messages.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <StateRow key={sum.label} sum={sum} all={files} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{messages.allFiles}</th>
            <td class="lo" />
            <td class="n">{numbers.count(files)}</td>
            <td class="n">{numbers.share(1)}</td>
            <td class="n hide-s">{numbers.bytes(bytes)}</td>
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}

function StateRow({ sum, all }: { readonly sum: StateSum; readonly all: number }): JSX.Element {
  const { numbers } = usePage();
  const { label, files, sizeBytes, unmonitored } = sum;
  const apart =
    unmonitored > 0 ? ` · ${messages.ofThem(messages.unmonitored, numbers.count(unmonitored))}` : '';
  return (
    <tr>
      <th scope="row">
        <a class="plain" href={filesAddress(`state = "${label}"`)}>
          <State label={label} />
        </a>
      </th>
      <td class="lo dim">
        {signs[label].meaning}
        {apart}
      </td>
      <td class="n">{numbers.count(files)}</td>
      <td class="n">{numbers.share(files / (all || 1))}</td>
      <td class="n hide-s">{numbers.bytes(sizeBytes)}</td>
    </tr>
  );
}

const icons = { high: 'warn', medium: 'note', low: 'about' } as const;

/** What to do first: findings of all sections. */
function FirstPanel({ span }: { readonly span: string }): JSX.Element {
  const { model, numbers } = usePage();
  const things = useMemo(() => firstThings(model.report.sections, 4), [model]);
  return (
    <Panel
      id="do-first"
      title={messages.doFirst}
      subtitle={messages.doFirstSubtitle}
      span={span}
      action={<More href="#act" text={messages.allLists} />}
    >
      {things.length === 0 ? <p class="pad dim">{messages.nothingToDo}</p> : null}
      <ol class="firsts">
        {things.map(({ finding, section }) => (
          <li key={`${finding.title} ${finding.place}`}>
            <a href={formatRoute({ ...home, page: section.page, part: section.name })}>
              <span class="sev">
                <Icon name={icons[finding.severity]} />
              </span>
              <span class="ft">
                <b>{finding.title}</b>
                <span>
                  {finding.place === '' ? '' : `${finding.place}: `}
                  {finding.why}
                </span>
              </span>
              <span class="fn">
                {finding.count === null ? null : <b>{numbers.count(finding.count)}</b>}
                <span>{finding.counted}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
