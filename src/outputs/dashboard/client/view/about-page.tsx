import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { describeFailure, hintForFailure } from '../../../../model/arr-failure.ts';
import { instanceAddress, instanceKey } from '../../../../model/instance.ts';
import { sumOfFormats } from '../../../../model/media-file.ts';
import { appNames } from '../../../../model/service.ts';
import { messages, whatIfTexts } from '../logic/messages.ts';
import { Icon } from './icon.tsx';
import { type Page, usePage } from './page-context.ts';
import { Bdi, Panel, Time } from './parts.tsx';

type Instance = Page['model']['report']['library']['instances'][number];

/** What was read, when, and whether every sum was exact. */
export function AboutPage(): JSX.Element {
  const { model, numbers } = usePage();
  const { report } = model;
  const { instances, events, changes } = report.library;
  const hasLinks = instances.some(({ externalUrl }) => externalUrl !== null);
  const safe = report.isRedacted
    ? whatIfTexts.safeRedacted
    : `${whatIfTexts.safeNames} ${hasLinks ? whatIfTexts.safeLinks : whatIfTexts.safeNoLinks}`;
  return (
    <>
      <InstancesPanel />
      <WrongPanel />
      <Panel id="words" title={whatIfTexts.words} span="c6">
        <dl class="dl">
          {whatIfTexts.meanings.map(([word, meaning]) => (
            <Pair key={word} word={word} text={meaning} />
          ))}
        </dl>
      </Panel>
      <Panel id="this-page" title={whatIfTexts.thisPage} span="c12">
        <dl class="dl two">
          <Pair
            word={whatIfTexts.madeBy}
            text={`${messages.product} ${report.version}, ${numbers.longMoment(report.generatedAt)}`}
          />
          <Pair
            word={whatIfTexts.holds}
            text={whatIfTexts.holdsText(
              numbers.count(report.library.files.length),
              numbers.count(events.length),
              numbers.count(changes.length),
            )}
          />
          <Pair word={whatIfTexts.network} text={whatIfTexts.networkText} />
          <Pair word={whatIfTexts.safe} text={safe} />
        </dl>
      </Panel>
    </>
  );
}

function Pair({ word, text }: { readonly word: string; readonly text: string }): JSX.Element {
  return (
    <>
      <dt>{word}</dt>
      <dd>{text}</dd>
    </>
  );
}

function InstancesPanel(): JSX.Element {
  const { model } = usePage();
  const { instances } = model.report.library;
  const heads = [
    [messages.instance, ''],
    [whatIfTexts.result, ''],
    [whatIfTexts.service, ''],
    [whatIfTexts.items, 'n'],
    [messages.filesHead, 'n'],
    [whatIfTexts.formats, 'n md'],
    [whatIfTexts.profiles, 'n md'],
    [whatIfTexts.sumsChecked, 'n md'],
    [whatIfTexts.readAt, 'n'],
  ] as const;
  return (
    <Panel id="instances" title={whatIfTexts.instances}>
      <div class="tw" role="region" aria-label={messages.tableOf(whatIfTexts.instances)} tabIndex={0}>
        <table role="table" class="t insts">
          <caption class="vh">{whatIfTexts.instances}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {heads.map(([head, kind]) => (
                <th key={head} role="columnheader" scope="col" class={kind}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {instances.map((instance) => (
              <InstanceRow key={instanceKey(instance.instance)} instance={instance} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function InstanceRow({ instance }: { readonly instance: Instance }): JSX.Element {
  const { model, numbers } = usePage();
  const { library } = model.report;
  const names = library.instances.map((one) => one.instance);
  const { service, name } = instance.instance;
  const files = useMemo(
    () => library.files.filter((file) => file.instance === name && file.service === service),
    [library, name, service],
  );
  const equal = files.filter(({ formats, score }) => sumOfFormats(formats) === score).length;
  const items = new Set(files.map(({ item }) => item.id)).size + instance.itemsWithoutFile;
  const cells = [
    [whatIfTexts.items, '', numbers.count(items)],
    [messages.filesHead, '', numbers.count(files.length)],
    [whatIfTexts.formats, 'md', numbers.count(instance.rules.formats.length)],
    [whatIfTexts.profiles, 'md', numbers.count(instance.rules.profiles.length)],
    [whatIfTexts.sumsChecked, 'md', whatIfTexts.ofAll(numbers.count(equal), numbers.count(files.length))],
  ] as const;
  return (
    <tr role="row">
      <td role="cell" class="m-main" data-l={messages.instance}>
        <b>
          <Bdi text={instanceAddress(instance.instance, names)} />
        </b>
      </td>
      <td role="cell" class="m-key" data-l={whatIfTexts.result}>
        {instance.failure === null ? (
          <span class="okw">
            <Icon name="check" />
            {whatIfTexts.isRead}
          </span>
        ) : (
          <span class="badw">
            <Icon name="plug" />
            {whatIfTexts.notRead}
          </span>
        )}
      </td>
      <td role="cell" class="m-meta" data-l={whatIfTexts.service}>
        {appNames[service]} {instance.server.version}
      </td>
      {cells.map(([label, rank, text]) => (
        <td key={label} role="cell" class={`n ${rank} m-meta`} data-l={label}>
          {text}
        </td>
      ))}
      <td role="cell" class="n m-meta" data-l={whatIfTexts.readAt}>
        <Time at={instance.readAt} as="moment" />
      </td>
    </tr>
  );
}

function WrongPanel(): JSX.Element {
  const { model } = usePage();
  const { instances } = model.report.library;
  const names = instances.map(({ instance }) => instance);
  const wrong = instances.flatMap(({ instance, failure, skipped }) => {
    const address = instanceAddress(instance, names);
    const failed =
      failure === null ? [] : [[address, `${describeFailure(failure)}. ${hintForFailure(failure)}`] as const];
    const items = skipped.slice(0, 20).map((item) => [item.title, describeFailure(item.failure)] as const);
    return [...failed, ...items];
  });
  return (
    <Panel id="wrong" title={whatIfTexts.whatWentWrong} span="c6">
      <dl class="dl">
        {wrong.length === 0 ? <Pair word={whatIfTexts.result} text={whatIfTexts.nothingWrong} /> : null}
        {wrong.map(([word, text]) => (
          <Pair key={`${word} ${text}`} word={word} text={text} />
        ))}
      </dl>
    </Panel>
  );
}
