import type { JSX } from 'preact';
import type { Row, TableBlock } from '../../../../model/block.ts';
import { cellText } from '../../../shared/cell-text.ts';
import { messages } from '../logic/messages.ts';
import type { PlacedPanel } from '../logic/page-plan.ts';
import { Caveats } from './caveats.tsx';
import { usePage } from './page-context.ts';
import { More, Panel } from './parts.tsx';

/** One verdict with its points: never the grade without what it is made of. */
export function HealthPanel({ panel }: { readonly panel: PlacedPanel }): JSX.Element {
  const { numbers } = usePage();
  const { section, blocks, span } = panel;
  const metric = blocks.find((block) => block.kind === 'metric');
  const parts = blocks.find((block) => block.kind === 'table');
  return (
    <Panel
      id={section.name}
      title={section.title}
      subtitle={section.subtitle}
      span={span}
      action={<More href={`#overview?part=${section.name}-health-profiles`} text={messages.byProfileShort} />}
    >
      <div class="health">
        <p class="grade">
          <strong>
            {metric === undefined ? messages.unknown : numbers.inUnit(metric.value, metric.unit)}
          </strong>
          <span>{[messages.ofHundred, metric?.note ?? ''].filter(Boolean).join(' · ')}</span>
        </p>
        {parts === undefined || parts.rows.length === 0 ? null : <Parts block={parts} />}
      </div>
      <Caveats texts={section.caveats} />
    </Panel>
  );
}

function Parts({ block }: { readonly block: TableBlock }): JSX.Element {
  const place = (key: string): number => block.columns.findIndex((column) => column.key === key);
  const label = (key: string): string => block.columns[place(key)]?.label ?? '';
  const at = { part: place('part'), now: place('now'), points: place('points'), most: place('most') };
  return (
    <table class="parts">
      <caption class="vh">{block.title}</caption>
      <thead>
        <tr>
          <th scope="col">{label('part')}</th>
          <th scope="col" class="n">
            {label('now')}
          </th>
          <th scope="col" class="n">
            {label('points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <PartRow key={index} row={row} at={at} />
        ))}
      </tbody>
    </table>
  );
}

interface PartRowProps {
  readonly row: Row;
  readonly at: {
    readonly part: number;
    readonly now: number;
    readonly points: number;
    readonly most: number;
  };
}

function PartRow({ row: { cells }, at }: PartRowProps): JSX.Element {
  const { numbers } = usePage();
  const figure = (place: number): number | null => {
    const cell = cells[place];
    return typeof cell === 'number' ? cell : null;
  };
  const [points, most] = [figure(at.points), figure(at.most)];
  const share = most === null || most === 0 ? 0 : ((points ?? 0) / most) * 100;
  return (
    <tr>
      <th scope="row">{cellText(cells[at.part] ?? null)}</th>
      <td class="n">{numbers.inUnit(figure(at.now), 'percent')}</td>
      <td class="n pts">
        <span class="bar" aria-hidden={true}>
          <i style={{ width: `${share.toFixed(1)}%` }} />
        </span>
        <span>
          {numbers.inUnit(points, 'index')}
          <small> / {numbers.inUnit(most, 'index')}</small>
        </span>
      </td>
    </tr>
  );
}
