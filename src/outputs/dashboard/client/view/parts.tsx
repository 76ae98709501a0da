import type { ComponentChildren, JSX } from 'preact';
import type { CutoffLabel } from '../../../../model/cutoff-state.ts';
import { messages } from '../logic/messages.ts';
import { utc } from '../logic/numbers.ts';
import { signs } from '../logic/signs.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';

/** Sign and word of a state. */
export function State({ label }: { readonly label: CutoffLabel }): JSX.Element {
  const { tone, icon, word } = signs[label];
  return (
    <span class={`state s-${tone}`}>
      <Icon name={icon} />
      <span>{word}</span>
    </span>
  );
}

/** The attribute that stands beside a state. */
export function Unmonitored(): JSX.Element {
  return (
    <span class="state s-off">
      <Icon name="st-unmon" />
      <span>{messages.unmonitored}</span>
    </span>
  );
}

/** A time: short in the reader's zone, UTC where one points at it. */
export function Time({
  at,
  as = 'day',
}: {
  readonly at: Date;
  readonly as?: 'day' | 'moment' | 'longMoment';
}): JSX.Element {
  const { numbers } = usePage();
  return (
    <time dateTime={at.toISOString()} title={utc(at)}>
      {numbers[as](at)}
    </time>
  );
}

/** A text with **bold** figures. Only our own messages come here. */
export function Rich({ text }: { readonly text: string }): JSX.Element {
  return <>{text.split('**').map((piece, at) => (at % 2 === 1 ? <b key={at}>{piece}</b> : piece))}</>;
}

/** A title of strangers: kept apart from the direction of the text around it, cut where it is endless. */
export function Bdi({ text }: { readonly text: string }): JSX.Element {
  return <bdi>{text.length > 300 ? `${text.slice(0, 300)}…` : text}</bdi>;
}

/** What a panel is made of. */
export interface PanelProps {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: ComponentChildren;
  /** `c12` */
  readonly span?: string;
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A panel with its head. */
export function Panel({ id, title, subtitle, span = 'c12', action, children }: PanelProps): JSX.Element {
  return (
    <section class={`panel ${span}`} aria-labelledby={`${id}-t`} id={id}>
      <header class="ph">
        <div>
          <h2 id={`${id}-t`}>{title}</h2>
          {subtitle === undefined || subtitle === '' ? null : <p>{subtitle}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

/** A link that says where it leads. */
export function More({ href, text }: { readonly href: string; readonly text: string }): JSX.Element {
  return (
    <a class="more" href={href}>
      {text}
      <Icon name="right" />
    </a>
  );
}
