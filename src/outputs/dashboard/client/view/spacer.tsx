import type { JSX } from 'preact';

/** Room for rows that are not drawn. */
export function Spacer({
  height,
  span,
}: {
  readonly height: number;
  readonly span: number;
}): JSX.Element | null {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus, and this one is no row for a reader
    <tr aria-hidden={true} class="spacer">
      <td colSpan={span} style={{ height: `${height}px` }} />
    </tr>
  );
}
