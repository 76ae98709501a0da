import type { JSX } from 'preact';
import type { Block, MetricBlock, TableBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import type { PlacedPanel } from '../logic/page-plan.ts';
import { filesAddress } from '../logic/route.ts';
import { Caveats } from './caveats.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { CsvButton } from './csv-button.tsx';
import { HealthPanel } from './health-panel.tsx';
import { usePage } from './page-context.ts';
import { Panel } from './parts.tsx';
import { ScaleKey } from './scale-cells.tsx';
import { TableView } from './table-view.tsx';

/** Blocks of one analysis: what cannot be told first, then the blocks as they come. */
export function SectionPanel({ panel }: { readonly panel: PlacedPanel }): JSX.Element {
  const { section, blocks } = panel;
  if (section.name === 'health' && blocks[0]?.kind === 'metric') return <HealthPanel panel={panel} />;
  return <PlainPanel panel={panel} />;
}

function PlainPanel({ panel }: { readonly panel: PlacedPanel }): JSX.Element {
  const { section, blocks, span, isFirst } = panel;
  const [first] = blocks;
  const alone = blocks.length === 1 && first?.kind !== 'metric' ? first : undefined;
  const { title, subtitle } =
    alone !== undefined && blocks.length < section.blocks.length ? alone : headOf(panel);
  return (
    <Panel
      id={isFirst ? section.name : `${section.name}-${first?.name ?? ''}`}
      title={title}
      subtitle={subtitle}
      span={span}
      action={alone?.kind === 'table' && alone.rows.length > 0 ? <CsvButton block={alone} /> : null}
    >
      {isFirst ? <Caveats texts={section.caveats} /> : null}
      {grouped(blocks).map((group) => (
        <BlockGroup
          key={group[0]?.name}
          section={section.name}
          blocks={group}
          isAlone={alone !== undefined}
        />
      ))}
    </Panel>
  );
}

/** A panel that goes on with a section says so: no two panels have one name. */
function headOf({ section, isFirst }: PlacedPanel): { readonly title: string; readonly subtitle: string } {
  return isFirst ? section : { title: messages.moreOf(section.title), subtitle: section.subtitle };
}

/** Metrics that follow each other stand in one row. */
function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'metric' && last?.[0]?.kind === 'metric') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

interface GroupProps {
  readonly section: string;
  readonly blocks: readonly Block[];
  /** The panel's title says all: its only block needs none of its own. */
  readonly isAlone: boolean;
}

function BlockGroup({ section, blocks, isAlone }: GroupProps): JSX.Element | null {
  const [block] = blocks;
  if (block === undefined) return null;
  if (block.kind === 'metric') return <Metrics blocks={blocks.filter((one) => one.kind === 'metric')} />;
  if (block.kind === 'table') return <TablePart section={section} block={block} isAlone={isAlone} />;
  return <ChartFigure block={block} isAlone={isAlone} />;
}

interface TablePartProps {
  readonly section: string;
  readonly block: TableBlock;
  readonly isAlone: boolean;
}

function TablePart({ section, block, isAlone }: TablePartProps): JSX.Element {
  const { model } = usePage();
  const total = model.report.cut[`${section}/${block.name}`] ?? block.rows.length;
  return (
    <div class="part">
      {isAlone ? null : (
        <div class="part-h">
          <div>
            <h3>{block.title}</h3>
            {block.subtitle === '' ? null : <p>{block.subtitle}</p>}
          </div>
          {block.rows.length === 0 ? null : <CsvButton block={block} />}
        </div>
      )}
      <Keys block={block} />
      <TableView block={block} total={total} />
    </div>
  );
}

function Keys({ block }: { readonly block: TableBlock }): JSX.Element | null {
  const kind = block.columns
    .map(({ type }) => type)
    .find((type) => type === 'range' || type === 'distribution');
  if (kind === undefined || block.rows.length === 0) return null;
  return (
    <div class="pad-x">
      <ScaleKey kind={kind === 'range' ? 'range' : 'distribution'} />
    </div>
  );
}

function Metrics({ blocks }: { readonly blocks: readonly MetricBlock[] }): JSX.Element {
  return (
    <ul class="metrics pad">
      {blocks.map((block) => (
        <Metric key={block.name} block={block} />
      ))}
    </ul>
  );
}

function Metric({ block }: { readonly block: MetricBlock }): JSX.Element {
  const { numbers } = usePage();
  const { title, value, unit, note, files, subtitle } = block;
  const figure = <b>{numbers.inUnit(value, unit)}</b>;
  return (
    <li title={subtitle}>
      {files === null ? (
        figure
      ) : (
        <a class="plain" href={filesAddress(files.filter)}>
          {figure}
        </a>
      )}
      <span>{title}</span>
      {note === '' ? null : <small>{note}</small>}
    </li>
  );
}
