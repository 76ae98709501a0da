import type { JSX } from 'preact';

/** Room for rows that are not drawn. One cell alone: one across all columns would bring back those that are hidden. */
export function Spacer({ height }: { readonly height: number }): JSX.Element | null {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus, and this one is no row for a reader
    <tr aria-hidden={true} class="spacer">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}
