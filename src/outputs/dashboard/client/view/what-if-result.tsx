import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { TableBlock } from '../../../../model/block.ts';
import { detailOf } from '../logic/explorer-columns.ts';
import { frameOf, histogramOf } from '../logic/histogram.ts';
import { messages, whatIfTexts } from '../logic/messages.ts';
import { fileKey } from '../logic/unpack-report.ts';
import type { Tried, WhatIfProps } from '../logic/what-if.ts';
import { beforeAfter } from './before-after-chart.ts';
import { FigureTools, pictureOf } from './chart-figure.tsx';
import { ChartView } from './chart-view.tsx';
import { type Page, usePage } from './page-context.ts';
import { State } from './parts.tsx';
import { savePng } from './save-png.ts';
import { TableView } from './table-view.tsx';

interface ResultProps extends WhatIfProps {
  readonly rows: readonly number[];
  readonly tried: Tried;
}

/** What would move: figures, both distributions, states, and the files that cross. */
export function WhatIfResult(props: ResultProps): JSX.Element {
  const { model, numbers } = usePage();
  const { tried } = props;
  const block = useMemo(() => crossingTable(model, tried), [model, tried]);
  return (
    <>
      <div class="wres">
        <Sums tried={tried} />
        <div class="wtwo">
          <BeforeAfter {...props} />
          <StatesTable tried={tried} />
        </div>
      </div>
      <div class="wcross">
        <h3>
          {whatIfTexts.crossing} <span class="dim">{numbers.count(tried.crossing.length)}</span>
        </h3>
        <TableView block={block} total={0} />
      </div>
    </>
  );
}

function Sums({ tried }: { readonly tried: Tried }): JSX.Element {
  const { numbers } = usePage();
  const change = (label: string): number => {
    const state = tried.states.find((one) => one.label === label);
    return state === undefined ? 0 : state.after - state.now;
  };
  const figures = [
    [numbers.count(tried.moved), whatIfTexts.scoresMove],
    [numbers.count(tried.crossing.length), whatIfTexts.statesChange],
    [numbers.signed(change('closed')), whatIfTexts.meetCutoff],
    [numbers.signed(change('below minimum')), whatIfTexts.belowMinimum],
  ] as const;
  return (
    <p class="wsum" aria-live="polite">
      {figures.map(([figure, word]) => (
        <span key={word}>
          <b>{figure}</b> {word}
        </span>
      ))}
    </p>
  );
}

function BeforeAfter({ profile, edits, rows, tried }: ResultProps): JSX.Element {
  const page = usePage();
  const { model, numbers } = page;
  const [isTable, setTable] = useState(false);
  const now = useMemo(() => rows.map((at) => model.files[at]?.score ?? 0), [model, rows]);
  const frame = useMemo(() => frameOf(now, [profile.minFormatScore], 40), [now, profile]);
  const both = useMemo(
    () => ({ now: histogramOf(now, frame), after: histogramOf(tried.after, frame) }),
    [now, tried, frame],
  );
  const make = useMemo(
    () => beforeAfter({ ...both, profile, edits }, numbers),
    [both, profile, edits, numbers],
  );
  const titled = { title: whatIfTexts.beforeAfter, subtitle: whatIfTexts.title(profile.name) };
  return (
    <figure class="fig" aria-label={whatIfTexts.beforeAfter}>
      <div class="fig-h">
        <h3>{whatIfTexts.beforeAfter}</h3>
        <FigureTools
          title={titled.title}
          {...{ isTable, setTable }}
          save={() => savePng(make, pictureOf(titled, page))}
        />
      </div>
      <ul class="key">
        <li>
          <i class="k-you" />
          {whatIfTexts.after}
        </li>
        <li>
          <i class="k-step" />
          {whatIfTexts.now}
        </li>
      </ul>
      {isTable ? (
        <TableView block={binsTable(both, page)} total={0} />
      ) : (
        <ChartView make={make} says={whatIfTexts.distributionSays} height="268px" />
      )}
    </figure>
  );
}

type Both = Readonly<Record<'now' | 'after', ReturnType<typeof histogramOf>>>;

function binsTable({ now, after }: Both, { numbers }: Page): TableBlock {
  return {
    ...plainTable(whatIfTexts.beforeAfter),
    columns: [
      { key: 'from', label: messages.unitOf.score, type: 'text', rank: 1, hasBar: false },
      { key: 'now', label: whatIfTexts.now, type: 'count', rank: 1, hasBar: false },
      { key: 'after', label: whatIfTexts.after, type: 'count', rank: 1, hasBar: false },
    ],
    rows: now.bins.map((files, at) => ({
      cells: [numbers.count(now.from + at * now.width), files, after.bins[at] ?? 0],
      files: null,
    })),
  };
}

function plainTable(title: string): Pick<TableBlock, 'kind' | 'name' | 'title' | 'subtitle' | 'empty'> {
  return { kind: 'table', name: 'table', title, subtitle: '', empty: whatIfTexts.noCrossing };
}

function crossingTable({ files }: Page['model'], { crossing }: Tried): TableBlock {
  return {
    ...plainTable(whatIfTexts.crossing),
    columns: [
      { key: 'title', label: messages.title, type: 'title', rank: 1, hasBar: false },
      { key: 'score', label: messages.unitOf.score, type: 'score', rank: 2, hasBar: false },
      { key: 'after', label: whatIfTexts.after, type: 'score', rank: 1, hasBar: false },
      { key: 'state', label: messages.state, type: 'state', rank: 1, hasBar: false },
      { key: 'then', label: whatIfTexts.after, type: 'state', rank: 1, hasBar: false },
    ],
    rows: crossing.flatMap(({ at, score, now, then }) => {
      const file = files[at];
      if (file === undefined) return [];
      const title = {
        kind: 'title',
        title: file.item.title,
        detail: detailOf(file),
        fileKey: fileKey(file),
      } as const;
      return [{ cells: [title, file.score, score, now, then], files: null }];
    }),
  };
}

function StatesTable({ tried }: { readonly tried: Tried }): JSX.Element {
  const { numbers } = usePage();
  return (
    <table class="t wst">
      <caption class="vh">{whatIfTexts.statesBeforeAfter}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.state}</th>
          <th scope="col" class="n">
            {whatIfTexts.now}
          </th>
          <th scope="col" class="n">
            {whatIfTexts.after}
          </th>
          <th scope="col" class="n">
            {whatIfTexts.change}
          </th>
        </tr>
      </thead>
      <tbody>
        {tried.states.map(({ label, now, after }) => (
          <tr key={label}>
            <th scope="row">
              <State label={label} />
            </th>
            <td class="n">{numbers.count(now)}</td>
            <td class="n">{numbers.count(after)}</td>
            <td class="n">
              {after === now ? <span class="dim">0</span> : <b>{numbers.signed(after - now)}</b>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
