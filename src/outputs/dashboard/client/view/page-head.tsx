import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Page } from '../../../../model/report.ts';
import { messages } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import { type FailedInstance, failedInstances, skippedItems, staleDays } from '../logic/trouble.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Rich } from './parts.tsx';

/** A page's heading and first line, with what is missing directly under it. */
export function PageHead({
  page,
  lede,
  action,
}: {
  readonly page: Page;
  readonly lede: string;
  readonly action?: ComponentChildren;
}): JSX.Element {
  const { route, model } = usePage();
  const { instance } = route;
  return (
    <>
      <header class="pg">
        <div>
          <h1 tabIndex={-1}>{messages.pages[page]}</h1>
          <p class="lede">
            <Rich text={lede} />
          </p>
          {instance === null || page === 'files' ? null : (
            <p class="dim sm">{messages.onlyLists(instance)}</p>
          )}
        </div>
        {action}
      </header>
      <Notices />
      {model.report.isRedacted && page === 'about' ? <p class="lede">{messages.redacted}</p> : null}
    </>
  );
}

/** At most one red and one amber line; neither can be closed. */
function Notices(): JSX.Element {
  const { model, numbers, now } = usePage();
  const failed = useMemo(() => failedInstances(model), [model]);
  const skipped = skippedItems(model);
  const stale = useMemo(() => staleDays(model, now), [model, now]);
  const [first] = failed;
  return (
    <>
      {first === undefined ? null : (
        <Notice tone="n-warn" icon="plug" title={messages.notRead(failed.map(({ address }) => address))}>
          {failed.length > 1 ? messages.severalNotRead : whyNotRead(first, numbers)}
        </Notice>
      )}
      {first === undefined && skipped > 0 ? (
        <Notice tone="n-warn" icon="plug" title={messages.partlyRead}>
          {messages.skippedItems(numbers.count(skipped))}
        </Notice>
      ) : null}
      {stale === null ? null : (
        <Notice tone="n-stale" icon="clock" title={messages.stale(messages.daysOld(numbers.count(stale)))}>
          {messages.staleRest}
        </Notice>
      )}
    </>
  );
}

function whyNotRead({ what, files, readAt }: FailedInstance, numbers: Numbers): string {
  const known = files > 0 ? messages.oldFiles(numbers.count(files), numbers.day(readAt)) : messages.neverRead;
  return `${sentence(what)} ${known}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

interface NoticeProps {
  readonly tone: string;
  readonly icon: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Notice({ tone, icon, title, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice ${tone}`} role="status">
      <Icon name={icon} />
      <p>
        <b>{title}</b> {children}
      </p>
      <a href="#about">{messages.details}</a>
    </div>
  );
}
