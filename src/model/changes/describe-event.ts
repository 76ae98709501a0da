import type { GatheredEvent } from './gather-events.ts';

/** What the server itself remembers, in words: `imported: Metropolis.1927.1080p.BluRay.x264-GROUP`. */
export function describeEvent({ kind, sourceTitle, reason }: Omit<GatheredEvent, 'slots'>): string {
  const why = reason === null ? '' : ` (${reasons[reason] ?? reason})`;
  return `${kind}${why}: ${sourceTitle}`;
}

/** The servers' words for why a file was deleted. */
const reasons: Readonly<Record<string, string>> = {
  upgrade: 'for an upgrade',
  manual: 'by hand',
  missingFromDisk: 'missing from disk',
};
