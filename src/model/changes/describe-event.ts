import type { GatheredEvent } from './gather-events.ts';

/** What the server itself remembers, in words: `imported: Metropolis.1927.1080p.BluRay.x264-GROUP`. */
export function describeEvent({ sourceTitle, ...event }: Omit<GatheredEvent, 'slots'>): string {
  return `${describeEventKind(event)}: ${sourceTitle}`;
}

/** What happened, without to what: `deleted (for an upgrade)`. */
export function describeEventKind({ kind, reason }: Pick<GatheredEvent, 'kind' | 'reason'>): string {
  return reason === null ? kind : `${kind} (${reasons[reason] ?? reason})`;
}

/** The servers' words for why a file was deleted. */
const reasons: Readonly<Record<string, string>> = {
  upgrade: 'for an upgrade',
  manual: 'by hand',
  missingFromDisk: 'missing from disk',
};
