import type { JSX } from 'preact';

/** Drawings of 16 by 16, stroke 1.4, in the colour of the text. */
const lines: Readonly<Record<string, JSX.Element>> = {
  overview: (
    <>
      <path d="M2.5 13.5v-4M6.2 13.5v-7M9.8 13.5v-5M13.5 13.5v-11" />
    </>
  ),
  act: (
    <>
      <path d="M2.5 4.2l1.2 1.2 2-2.2M8 4.5h5.5M2.5 11.2l1.2 1.2 2-2.2M8 11.5h5.5" />
    </>
  ),
  files: (
    <>
      <path d="M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11" />
    </>
  ),
  formats: (
    <>
      <path d="M8.6 2.5H13a.5.5 0 01.5.5v4.4l-6 6.1-5-5z" />
      <path d="M10.9 5.1h0" stroke-width="2" />
    </>
  ),
  profiles: (
    <>
      <path d="M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6" />
      <circle cx="10" cy="4.5" r="1.6" />
      <circle cx="6" cy="11.5" r="1.6" />
    </>
  ),
  trends: (
    <>
      <path d="M2.5 12l3.4-4 2.8 2.4 4.8-6" />
      <path d="M10.4 4.2h3.2v3.2" />
    </>
  ),
  seasons: (
    <>
      <rect x="2.5" y="2.5" width="4.4" height="4.4" rx=".6" />
      <rect x="9.1" y="2.5" width="4.4" height="4.4" rx=".6" />
      <rect x="2.5" y="9.1" width="4.4" height="4.4" rx=".6" />
      <path d="M9.6 11.3h3.4" />
    </>
  ),
  about: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.4M8 5.2h0" stroke-width="1.6" />
    </>
  ),
  more: (
    <>
      <path d="M3.5 8h0M8 8h0M12.5 8h0" stroke-width="2.4" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.6v1.6M8 12.8v1.6M1.6 8h1.6M12.8 8h1.6M3.5 3.5l1.1 1.1M11.4 11.4l1.1 1.1M12.5 3.5l-1.1 1.1M4.6 11.4l-1.1 1.1" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="M10.2 10.2l3.4 3.4" />
    </>
  ),
  close: (
    <>
      <path d="M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" />
    </>
  ),
  down: (
    <>
      <path d="M4.5 6.5L8 10l3.5-3.5" />
    </>
  ),
  up: (
    <>
      <path d="M4.5 9.5L8 6l3.5 3.5" />
    </>
  ),
  right: (
    <>
      <path d="M6.5 4.5L10 8l-3.5 3.5" />
    </>
  ),
  columns: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1" />
      <path d="M6.2 3v10M9.8 3v10" />
    </>
  ),
  table: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1" />
      <path d="M2.5 6.5h11M2.5 9.8h11M6.5 6.5V13" />
    </>
  ),
  download: (
    <>
      <path d="M8 2.5v7M5 7l3 3 3-3M2.8 13.3h10.4" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3.5v9M3.5 8h9" />
    </>
  ),
  minus: (
    <>
      <path d="M3.5 8h9" />
    </>
  ),
  link: (
    <>
      <path d="M9 2.8h4.2V7M13 3L7.5 8.5M11.5 9.5v3a.8.8 0 01-.8.8H3.6a.8.8 0 01-.8-.8V5.3a.8.8 0 01.8-.8h3" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1" />
      <path d="M3.6 10.5h-.3a.8.8 0 01-.8-.8V3.3a.8.8 0 01.8-.8h6.4a.8.8 0 01.8.8v.3" />
    </>
  ),
  filter: (
    <>
      <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />
    </>
  ),
  check: (
    <>
      <path d="M3 8.5l3.2 3.2L13 4.8" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.6l6 10.6H2z" />
      <path d="M8 6.6v3M8 11.3h0" stroke-width="1.6" />
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 5v3.6M8 11h0" stroke-width="1.6" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.6V8l2.4 1.6" />
    </>
  ),
  plug: (
    <>
      <path d="M5.6 2.5v3M10.4 2.5v3M3.8 5.5h8.4v2.2a4.2 4.2 0 01-8.4 0zM8 12v2" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3L2.8 5.8l2.7 2.7M3 5.8h6.2a3.6 3.6 0 010 7.2H6" />
    </>
  ),
  loop: (
    <>
      <path d="M3 9.5a5 5 0 009.3 1M13 6.5a5 5 0 00-9.3-1M12.4 13v-2.6H9.8M3.6 3v2.6h2.6" />
    </>
  ),
};

/** Signs of the states: their inner strokes show the surface through. */
const filled: Readonly<Record<string, JSX.Element>> = {
  'st-met': (
    <>
      <circle cx="8" cy="8" r="6.3" fill="currentColor" />
      <path d="M5 8.2l2.1 2.1L11.1 6" fill="none" stroke="var(--surface)" stroke-width="1.7" />
    </>
  ),
  'st-format': (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.7" />
      <path d="M8 2.6a5.4 5.4 0 010 10.8z" fill="currentColor" />
    </>
  ),
  'st-quality': (
    <>
      <path d="M8 1.5l6.5 6.5L8 14.5 1.5 8z" fill="currentColor" />
      <path d="M8 11V5.6M5.7 7.7L8 5.4l2.3 2.3" fill="none" stroke="var(--surface)" stroke-width="1.5" />
    </>
  ),
  'st-below': (
    <>
      <path d="M1.4 3h13.2L8 14.4z" fill="currentColor" />
      <path d="M8 5.4v3.2M8 10.7h0" fill="none" stroke="var(--surface)" stroke-width="1.7" />
    </>
  ),
  'st-off': (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2.2" fill="currentColor" />
      <path d="M6.1 5.4v5.2M9.9 5.4v5.2" fill="none" stroke="var(--surface)" stroke-width="1.7" />
    </>
  ),
  'st-unmon': (
    <>
      <path d="M4 2.6h8v11L8 10.8l-4 2.8z" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M2.2 13.6L13.8 2.4" fill="none" stroke="currentColor" stroke-width="1.6" />
    </>
  ),
};

/** One drawing; the text beside it says what it means. */
export function Icon({ name }: { readonly name: string }): JSX.Element {
  const drawing = lines[name];
  return (
    <svg class="ic" viewBox="0 0 16 16" focusable="false" aria-hidden={true}>
      <g
        stroke-linecap="round"
        stroke-linejoin="round"
        {...(drawing === undefined ? {} : { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.4' })}
      >
        {drawing ?? filled[name]}
      </g>
    </svg>
  );
}

/** The sign of the product. */
export function Logo(): JSX.Element {
  return (
    <svg class="ic" viewBox="0 0 24 24" focusable="false" aria-hidden={true}>
      <path
        d="M4 20v-6M9.3 20V9M14.7 20v-8M20 20V4"
        fill="none"
        stroke="currentColor"
        stroke-width="3"
        stroke-linecap="round"
      />
      <path d="M1.5 7.5h12.5" stroke="var(--you)" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
