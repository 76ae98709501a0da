import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Page } from '../../../../model/report.ts';
import { messages } from '../logic/messages.ts';
import { type PlacedPanel, panelsOf } from '../logic/page-plan.ts';
import { type Range, rangeOf, withinRange } from '../logic/range.ts';
import { usePage } from './page-context.ts';
import { SectionPanel } from './section-panel.tsx';

interface SectionPageProps {
  readonly page: Page;
  /** Stands after the first panel. */
  readonly second?: JSX.Element;
}

/** The sections of a page; where there are several, tabs lead to them. */
export function SectionPage({ page, second }: SectionPageProps): JSX.Element {
  const { model, route } = usePage();
  const range = page === 'trends' ? rangeOf(route.part) : 'all';
  const panels = useMemo(
    () => panelsOf(page, model.report.sections).map((panel) => withinPanel(panel, range)),
    [page, model, range],
  );
  const firsts = panels.filter(({ isFirst }) => isFirst);
  return (
    <>
      {firsts.length > 2 ? <Tabs panels={firsts} /> : null}
      <div class="grid">
        {panels.slice(0, 1).map(drawn)}
        {second}
        {panels.slice(1).map(drawn)}
      </div>
      {panels.length === 0 ? <p class="dim">{messages.emptyList}</p> : null}
    </>
  );
}

function withinPanel(panel: PlacedPanel, range: Range): PlacedPanel {
  return { ...panel, blocks: panel.blocks.map((block) => withinRange(block, range)) };
}

function drawn(panel: PlacedPanel): JSX.Element {
  return <SectionPanel key={`${panel.section.name} ${panel.blocks[0]?.name}`} panel={panel} />;
}

function Tabs({ panels }: { readonly panels: readonly PlacedPanel[] }): JSX.Element {
  const { numbers, route, go } = usePage();
  return (
    <nav class="tabs" aria-label={messages.listsHere}>
      {panels.map(({ section: { name, title, count } }, at) => (
        <a
          key={name}
          href={`#${name}`}
          {...(route.part === name || (route.part === null && at === 0)
            ? { 'aria-current': 'true' as const }
            : {})}
          onClick={(event) => {
            event.preventDefault();
            go({ part: name });
          }}
        >
          {title} {count === null ? null : <b>{numbers.count(count)}</b>}
        </a>
      ))}
    </nav>
  );
}
