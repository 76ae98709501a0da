import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { pages } from '../../../../model/report.ts';
import { messages } from '../logic/messages.ts';
import { pageCounts } from '../logic/page-counts.ts';
import { formatRoute, home, type Route } from '../logic/route.ts';
import { Icon, Logo } from './icon.tsx';
import { InstanceSwitch } from './instance-switch.tsx';
import { usePage } from './page-context.ts';
import { Time } from './parts.tsx';
import { switchTheme } from './theme.ts';

const shortPages: readonly Route['page'][] = ['overview', 'act', 'files', 'formats'];

/** Rail, top bar and bottom bar around a page. */
export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="app">
      <Rail />
      <div>
        <TopBar />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomBar />
    </div>
  );
}

function Rail(): JSX.Element {
  const { model, numbers } = usePage();
  const counts = useMemo(() => pageCounts(model), [model]);
  return (
    <nav class="rail-nav" aria-label={messages.pagesNav}>
      <Brand />
      <div class="nav">
        {pages.map((page) => (
          <PageLink key={page} page={page}>
            {counts[page] === undefined ? null : <b>{numbers.count(counts[page])}</b>}
          </PageLink>
        ))}
      </div>
      <div class="rail-foot">
        <p>
          {messages.product} {model.report.version}
        </p>
      </div>
    </nav>
  );
}

function PageLink({
  page,
  children,
}: {
  readonly page: Route['page'];
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { route } = usePage();
  const title = messages.pages[page];
  const current = route.page === page ? ({ 'aria-current': 'page' } as const) : {};
  return (
    <a href={formatRoute({ ...home, page, instance: route.instance })} title={title} {...current}>
      <Icon name={page} />
      <span>{title}</span>
      {children}
    </a>
  );
}

function Brand(): JSX.Element {
  return (
    <a class="brand" href="#overview">
      <Logo />
      <span>{messages.product}</span>
    </a>
  );
}

function TopBar(): JSX.Element {
  const { model } = usePage();
  const { takenAt } = model.report.library;
  return (
    <header class="top">
      <Brand />
      <InstanceSwitch kind="isw" />
      <span class="sp" />
      {takenAt === null ? null : (
        <span class="age">
          <Icon name="clock" />
          <span>
            <span class="hide-s">{messages.read} </span>
            <Time at={takenAt} as="moment" />
          </span>
        </span>
      )}
      <button type="button" class="ib" id="theme" aria-label={messages.switchTheme} onClick={switchTheme}>
        <Icon name="sun" />
      </button>
    </header>
  );
}

function BottomBar(): JSX.Element {
  const { route } = usePage();
  const others = pages.filter((page) => !shortPages.includes(page));
  const isOther = others.includes(route.page);
  return (
    <nav class="bottom" aria-label={messages.pagesShort}>
      {shortPages.map((page) => (
        <PageLink key={page} page={page} />
      ))}
      <details key={route.page} data-on={isOther ? '' : undefined}>
        <summary>
          <Icon name="more" />
          <span>{messages.more}</span>
        </summary>
        <div class="sheetup">
          <InstanceSwitch kind="" />
          {others.map((page) => (
            <PageLink key={page} page={page} />
          ))}
        </div>
      </details>
    </nav>
  );
}
