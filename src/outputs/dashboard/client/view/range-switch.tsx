import type { JSX } from 'preact';
import { messages } from '../logic/messages.ts';
import { rangeOf, ranges } from '../logic/range.ts';
import { usePage } from './page-context.ts';

/** How far back the lines of Trends go; nothing where there is no line yet. */
export function RangeSwitch(): JSX.Element | null {
  const { model, route, go } = usePage();
  const blocks = model.report.sections.flatMap((one) => (one.page === 'trends' ? one.blocks : []));
  if (!blocks.some(({ kind }) => kind === 'line')) return null;
  const now = rangeOf(route.part);
  return (
    <fieldset class="seg">
      <legend class="vh">{messages.period}</legend>
      {ranges.map((range) => (
        <button
          key={range}
          type="button"
          aria-pressed={range === now}
          onClick={() => go({ part: range === 'all' ? null : range }, 'replace')}
        >
          {messages.ranges[range]}
        </button>
      ))}
    </fieldset>
  );
}
