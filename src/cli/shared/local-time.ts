/** `2026-11-20`, where the person is. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** `2026-11-20 21:14`, where the person is. */
export function localTime(at: Date): string {
  return `${localDay(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
