import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { messages } from '../logic/messages.ts';
import { Icon } from './icon.tsx';

/** What a button opens. */
export interface PopupProps {
  readonly label: ComponentChildren;
  /** Stands left of the label. */
  readonly icon?: string;
  readonly side?: 'left' | 'right';
  readonly children: ComponentChildren;
}

/** Whether an event closes a popup: Escape, or a click outside of it. */
function closes(event: Event, popup: HTMLDetailsElement): boolean {
  if (event instanceof KeyboardEvent) return event.key === 'Escape';
  return !(event.target instanceof Node && popup.contains(event.target));
}

function useClosing(): { current: HTMLDetailsElement | null } {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      const { current } = details;
      if (current === null || !current.open || !closes(event, current)) return;
      current.open = false;
      if (event instanceof KeyboardEvent) current.querySelector('summary')?.focus();
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('keydown', close);
    };
  }, []);
  return details;
}

/** A button with a small sheet below it, made when it is opened; Escape, a click outside or another popup closes it. */
export function Popup({ label, icon, side = 'left', children }: PopupProps): JSX.Element {
  const details = useClosing();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class={`pick ${side}`} ref={details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="btn">
        {icon === undefined ? null : <Icon name={icon} />}
        <span>{label}</span>
        {icon === undefined ? <Icon name="down" /> : null}
      </summary>
      <div class="pop">
        <button
          type="button"
          class="ib phone-only popx"
          aria-label={messages.close}
          onClick={() => details.current?.removeAttribute('open')}
        >
          <Icon name="close" />
        </button>
        {isOpen ? children : null}
      </div>
    </details>
  );
}
