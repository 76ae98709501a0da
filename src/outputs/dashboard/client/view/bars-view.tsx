import type { JSX } from 'preact';
import type { Bar, BarsBlock } from '../../../../model/block.ts';
import { shownLabels } from '../../../../model/cutoff-state.ts';
import { messages } from '../logic/messages.ts';
import { filesAddress } from '../logic/route.ts';
import { Stack } from './cells.tsx';
import { usePage } from './page-context.ts';
import { Bdi } from './parts.tsx';

/** Whether the parts of bars are the five states. */
export function isOfStates({ parts }: BarsBlock): boolean {
  return parts.length === shownLabels.length && shownLabels.every((label, at) => parts[at] === label);
}

/** Bars with their figure beside them: nothing must be pointed at to be read. */
export function BarsView({ block }: { readonly block: BarsBlock }): JSX.Element {
  if (block.bars.length === 0) return <p class="dim">{messages.emptyList}</p>;
  const values = block.bars.flatMap((bar) => bar.values.filter((value) => value !== null));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const zero = (-low / (high - low || 1)) * 100;
  return (
    <div class="cbars" role="list" style={{ '--z': `${zero.toFixed(1)}%` }}>
      {block.bars.map((bar) => (
        <BarRow key={bar.label} block={block} bar={bar} span={high - low || 1} />
      ))}
    </div>
  );
}

function BarRow({
  block,
  bar,
  span,
}: {
  readonly block: BarsBlock;
  readonly bar: Bar;
  readonly span: number;
}): JSX.Element {
  const { numbers } = usePage();
  const label = <Bdi text={bar.label} />;
  const known = bar.values.filter((value) => value !== null);
  const sum = known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  return (
    <div class="cbar" role="listitem">
      <span class="cl">
        {bar.files === null ? (
          label
        ) : (
          <a class="plain" href={filesAddress(bar.files.filter)}>
            {label}
          </a>
        )}
      </span>
      {isOfStates(block) ? <StatesBar bar={bar} /> : <PlainBar value={bar.values[0] ?? null} span={span} />}
      <span class="cn">{sum === null ? messages.notReadGap : numbers.inUnit(sum, block.unit)}</span>
    </div>
  );
}

function PlainBar({ value, span }: { readonly value: number | null; readonly span: number }): JSX.Element {
  const width = `${((Math.abs(value ?? 0) / span) * 100).toFixed(1)}%`;
  return (
    <span class="dvb" aria-hidden={true}>
      {value === null || value === 0 ? null : <i class={value < 0 ? 'neg' : 'pos'} style={{ width }} />}
    </span>
  );
}

function StatesBar({ bar }: { readonly bar: Bar }): JSX.Element {
  const at = (place: number): number => bar.values[place] ?? 0;
  const counts = {
    closed: at(0),
    'format open': at(1),
    'quality open': at(2),
    'below minimum': at(3),
    'upgrades off': at(4),
  };
  return (
    <span class="cstack">
      <Stack counts={counts} />
    </span>
  );
}
