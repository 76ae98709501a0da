import type { Cause, CauseKind } from '../model/change.ts';
import { describeCause } from '../model/changes/describe-cause.ts';
import { describeChange, describeFormatsMoved } from '../model/changes/describe-change.ts';
import { describeEdit } from '../model/changes/describe-edit.ts';
import { describeEvent } from '../model/changes/describe-event.ts';
import type { HistoryEntry } from '../model/history-entry.ts';
import { type Cell, csvWriter } from '../outputs/shared/csv-writer.ts';
import { differenceOf, placeOf } from './history-record.ts';

/** The head of the table, and the order of its columns. */
const columns = [
  'at',
  'since',
  'kind',
  'instance',
  'item',
  'title',
  'year',
  'season',
  'episodes',
  'profile',
  'score_before',
  'score_after',
  'difference',
  'format_removed',
  'profile_scores_edited',
  'format_edited',
  'profile_reassigned',
  'file_replaced',
  'attributes_edited',
  'format_added',
  'unexplained',
  'files_touched',
  'points_moved',
  'states_changed',
  'words',
] as const;

type Line = Partial<Record<(typeof columns)[number], Cell>>;

/** History as a table, one entry a row; a column of points for each cause, which add up to the difference. */
export function historyCsv(entries: readonly HistoryEntry[]): string {
  const write = csvWriter();
  const rows = entries.map((entry) => {
    const line = lineOf(entry);
    return columns.map((column) => line[column] ?? null);
  });
  return write([columns, ...rows]);
}

function lineOf(entry: HistoryEntry): Line {
  const at = entry.at.toISOString();
  switch (entry.kind) {
    case 'rules': {
      const { instanceKey, since, edit, filesTouched, pointsMoved, statesChanged } = entry.change;
      const { subject, text } = describeEdit(edit, String);
      return {
        at,
        since: since.toISOString(),
        kind: 'rules',
        instance: instanceKey,
        files_touched: filesTouched,
        points_moved: pointsMoved,
        states_changed: statesChanged,
        words: `${subject}: ${text}`,
      };
    }
    case 'change':
      return { at, ...changeLine(entry) };
    case 'event': {
      const { event } = entry;
      return {
        at,
        kind: event.kind,
        ...placeLine(event.slots),
        score_after: event.scoreThen,
        words: describeEvent(event),
      };
    }
  }
}

function changeLine({ change, slots }: Extract<HistoryEntry, { readonly kind: 'change' }>): Line {
  const { since, kind, before, after, causes } = change;
  const words = [
    ...describeChange(change, (bytes) => `${bytes} bytes`),
    ...causes.map(causeWords),
    ...describeFormatsMoved(change, String),
  ];
  return {
    since: since?.toISOString() ?? null,
    kind,
    ...placeLine(slots),
    profile: (after ?? before)?.profileName ?? null,
    score_before: before?.score ?? null,
    score_after: after?.score ?? null,
    difference: differenceOf(before, after),
    ...pointsOf(causes),
    words: words.map((line) => line.trim()).join('; '),
  };
}

function causeWords(cause: Cause): string {
  return `${cause.points > 0 ? '+' : ''}${cause.points} ${describeCause(cause, String)}`;
}

function placeLine(slots: Parameters<typeof placeOf>[0]): Line {
  const { episodes, ...place } = placeOf(slots);
  return { ...place, episodes: episodes.length === 0 ? null : episodes.join(' ') };
}

const columnOf = {
  'format-removed': 'format_removed',
  'profile-scores-edited': 'profile_scores_edited',
  'format-edited': 'format_edited',
  'profile-reassigned': 'profile_reassigned',
  'file-replaced': 'file_replaced',
  'attributes-edited': 'attributes_edited',
  'format-added': 'format_added',
  unexplained: 'unexplained',
} as const satisfies Record<CauseKind, (typeof columns)[number]>;

function pointsOf(causes: readonly Cause[]): Line {
  return Object.fromEntries(causes.map(({ kind, points }) => [columnOf[kind], points]));
}
