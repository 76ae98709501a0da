import { slotsOf } from '../../../../model/changes/slots-of.ts';
import { slotKey } from '../../../../model/slot.ts';
import type { TimelineChange, TimelineEvent } from '../../packing.ts';
import { texts } from './messages.ts';
import type { Numbers } from './numbers.ts';
import type { PageModel } from './page-model.ts';

/** One thing that happened to a file's slot. */
export interface TimelineEntry {
  readonly at: Date;
  readonly what: string;
  /** `for an upgrade`, `profile scores edited +500`; empty for none. */
  readonly why: string;
  /** A release or a path; empty for none. */
  readonly text: string;
  readonly score: number | null;
}

/** What happened to the slots of a file, newest first. */
export function timelineOf(
  { report }: PageModel,
  file: PageModel['files'][number],
  numbers: Numbers,
): readonly TimelineEntry[] {
  const keys = new Set(slotsOf(file, { service: file.service, name: file.instance }).map(slotKey));
  const { events, changes } = report.library;
  const entries = [
    ...events.filter(({ slot }) => keys.has(slotKey(slot))).map(ofEvent),
    ...changes.filter(({ slot }) => keys.has(slotKey(slot))).map((change) => ofChange(change, numbers)),
  ];
  return entries.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

function ofEvent({ at, kind, reason, sourceTitle, score }: TimelineEvent): TimelineEntry {
  const why = reason === null ? '' : texts.reason(reason);
  return { at, what: texts.event[kind], why, text: sourceTitle, score: kind === 'deleted' ? null : score };
}

function ofChange(
  { at, kind, causes, relativePath, score }: TimelineChange,
  { signed }: Numbers,
): TimelineEntry {
  const why = causes.map(({ kind: cause, points }) => `${texts.cause[cause]} ${signed(points)}`).join(', ');
  return { at, what: texts.change[kind], why, text: relativePath, score };
}
