import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { sumOfFormats } from '../../../../model/media-file.ts';
import { ledeOf } from '../logic/ledes.ts';
import { messages, whatIfTexts } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import type { PageModel } from '../logic/page-model.ts';
import { panelsOf } from '../logic/page-plan.ts';
import type { Route } from '../logic/route.ts';
import { createRowSorter } from '../logic/sort-rows.ts';
import { pageState, staleDays } from '../logic/trouble.ts';
import { AboutPage } from './about-page.tsx';
import { Card } from './card.tsx';
import { FilesPage } from './files-page.tsx';
import { Frame } from './frame.tsx';
import { OverviewPage } from './overview-page.tsx';
import { type Page, PageContext, usePage } from './page-context.ts';
import { PageHead } from './page-head.tsx';
import { EmptyPage, FailedPage } from './page-states.tsx';
import { RangeSwitch } from './range-switch.tsx';
import { SectionPage } from './section-page.tsx';
import { SectionPanel } from './section-panel.tsx';
import { useRoute } from './use-route.ts';
import { WhatIf } from './what-if.tsx';

/** What the page works on. */
export interface AppProps extends Pick<Page, 'model' | 'numbers' | 'now'> {}

/** The whole page over one report. */
export function App({ model, numbers, now }: AppProps): JSX.Element {
  const [route, go] = useRoute();
  const sorter = useMemo(() => createRowSorter(model), [model]);
  useLanding(route);
  const page = useMemo(
    () => ({ model, numbers, now, sorter, route, go }),
    [model, numbers, now, sorter, route, go],
  );
  return (
    <PageContext.Provider value={page}>
      <Frame>
        <div class={`page page-${route.page}`} key={route.page}>
          <CurrentPage />
        </div>
      </Frame>
      <Card key="card" />
    </PageContext.Provider>
  );
}

/** A new page begins at its top, with its name in the title; a part of a page is scrolled to. */
function useLanding({ page, part }: Route): void {
  useEffect(() => {
    document.title = `${messages.pages[page]} · ${messages.product}`;
    const target = part === null ? null : document.getElementById(part);
    if (target === null) scrollTo(0, 0);
    else target.scrollIntoView();
  }, [page, part]);
}

function CurrentPage(): JSX.Element {
  const { route, model, numbers, now } = usePage();
  const { page } = route;
  const state = pageState(model);
  const isBlank = state !== 'usual';
  useEffect(() => {
    document.body.toggleAttribute('data-blank', isBlank);
  }, [isBlank]);
  if (isBlank && page !== 'about') {
    return (
      <>
        <PageHead page={page} lede={state === 'empty' ? messages.empty : messages.failed} />
        {state === 'empty' ? <EmptyPage /> : <FailedPage />}
      </>
    );
  }
  if (page === 'files') return <FilesPage />;
  const isStale = staleDays(model, now) !== null;
  const lede = page === 'about' ? aboutLede(model, numbers) : ledeOf(page, model, { numbers, isStale });
  return (
    <>
      <PageHead page={page} lede={lede} action={page === 'trends' ? <RangeSwitch /> : null} />
      <PageBody page={page} />
    </>
  );
}

function PageBody({ page }: { readonly page: Route['page'] }): JSX.Element {
  const { model } = usePage();
  if (page === 'overview') return <OverviewPage />;
  if (page === 'about') {
    return (
      <div class="grid">
        <AboutPage />
        {panelsOf('about', model.report.sections).map((panel) => (
          <SectionPanel key={panel.section.name} panel={panel} />
        ))}
      </div>
    );
  }
  return page === 'profiles' ? <SectionPage page={page} second={<WhatIf />} /> : <SectionPage page={page} />;
}

function aboutLede({ report }: PageModel, numbers: Numbers): string {
  const { takenAt, instances, files } = report.library;
  const read = instances.filter(({ failure }) => failure === null).length;
  const equal = files.filter(({ formats, score }) => sumOfFormats(formats) === score).length;
  const when = takenAt === null ? messages.unknown : numbers.longMoment(takenAt);
  const sums = whatIfTexts.aboutSums(numbers.count(equal), numbers.count(files.length));
  return `${whatIfTexts.aboutLede(when, numbers.count(read), numbers.count(instances.length))} ${sums}`;
}
