import { count, counted } from '../../lib/count.ts';

export { count, counted };

const sizes = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `1.9 MB`: thousand bytes are a kilobyte. */
export function fileSize(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 ? value : value.toFixed(1)} ${sizes[step]}`;
}

/** `1.3 s`, from a minute on `2:05`. */
export function duration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `17:05:10`, as the person's clock has it. */
export function timeOfDay(date: Date): string {
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** `h:mm:ss`, for what is left. */
export function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return [Math.floor(seconds / 3600), ...parts].join(':');
}

/** Without line breaks and control characters: titles and server messages come from strangers. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu, ' ');
}
