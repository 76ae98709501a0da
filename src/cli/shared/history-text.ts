import type { FileState } from '../../model/change.ts';
import { describeCause } from '../../model/changes/describe-cause.ts';
import { describeChange, describeFormatsMoved } from '../../model/changes/describe-change.ts';
import { describeEdit } from '../../model/changes/describe-edit.ts';
import { describeEvent } from '../../model/changes/describe-event.ts';
import type { ChangeEntry, HistoryEntry, RulesEntry } from '../../model/history-entry.ts';
import { instanceKey } from '../../model/instance.ts';
import { episodeLabel, type Slot } from '../../model/slot.ts';
import { localTime } from './local-time.ts';
import { count, counted, fileSize, oneLine } from './words.ts';
import { spread, wrapped } from './wrapped.ts';

/** How history is written for people. */
export interface HistoryText {
  /** What instances are called here, by key. */
  readonly nameOf: (instanceKey: string) => string;
  /** Signs a line. */
  readonly width: number;
}

/** As wide as a time and its gap. */
const indent = 18;

/** An entry as lines that can be pasted into a thread: when and where, then what happened, then why with its points. */
export function historyText(entry: HistoryEntry, text: HistoryText): readonly string[] {
  const { subject, right, lines } = partsOf(entry, text);
  const head = `${localTime(entry.at).padEnd(indent)}${oneLine(subject)}`;
  return [...spread(head, right, text.width), ...lines];
}

interface Parts {
  readonly subject: string;
  /** At the right edge of the first line. */
  readonly right: string;
  readonly lines: readonly string[];
}

function partsOf(entry: HistoryEntry, text: HistoryText): Parts {
  switch (entry.kind) {
    case 'rules':
      return rulesParts(entry, text);
    case 'change':
      return changeParts(entry, text);
    case 'event': {
      const { scoreThen, slots } = entry.event;
      const right = scoreThen === null ? '' : count(scoreThen);
      const words = oneLine(`in the server's history: ${describeEvent(entry.event)}`);
      return { subject: placeOf(slots, text), right, lines: wrapped(words, indent, text.width) };
    }
  }
}

function rulesParts({ change }: RulesEntry, { nameOf, width }: HistoryText): Parts {
  const { subject, text } = describeEdit(change.edit, count);
  const [last = '', ...lines] = wrapped(oneLine(text), indent, width).toReversed();
  return {
    subject: `${nameOf(change.instanceKey)}  ${subject}`,
    right: '',
    lines: [...lines.toReversed(), ...spread(last, effectOf(change), width)],
  };
}

function effectOf({ filesTouched, pointsMoved, statesChanged }: RulesEntry['change']): string {
  if (filesTouched === 0) return 'no file touched';
  const points = pointsMoved === 0 ? '' : `${signed(pointsMoved)} points over `;
  const states = statesChanged === 0 ? '' : `, ${counted(statesChanged, 'cutoff state')} changed`;
  return `${points}${counted(filesTouched, 'file')}${states}`;
}

function changeParts(entry: ChangeEntry, text: HistoryText): Parts {
  const { change, slots } = entry;
  const { before, after, causes } = change;
  const what = describeChange(change, fileSize).flatMap((line) => wrapped(oneLine(line), indent, text.width));
  const why = causes.flatMap((cause) => {
    const words = oneLine(describeCause(cause, count));
    const [first = '', ...others] = wrapped(words, indent + 10, text.width);
    return [`${' '.repeat(indent)}${signed(cause.points).padStart(8)}  ${first.trimStart()}`, ...others];
  });
  const formats = describeFormatsMoved(change, count).flatMap((line) =>
    wrapped(oneLine(line), indent + 10, text.width),
  );
  const lines = [...what, ...neighbourLines(entry, text), ...why, ...formats];
  return { subject: placeOf(slots, text), right: scoresOf(before, after), lines };
}

function neighbourLines({ joinedWith, partedFrom }: ChangeEntry, { width }: HistoryText): readonly string[] {
  const told = [
    ...(joinedWith.length === 0 ? [] : [`now one file with ${episodesOf(joinedWith)}`]),
    ...(partedFrom.length === 0 ? [] : [`was one file with ${episodesOf(partedFrom)}`]),
  ];
  return told.flatMap((line) => wrapped(line, indent, width));
}

function scoresOf(before: FileState | null, after: FileState | null): string {
  const score = (after ?? before)?.score ?? 0;
  if (before === null || after === null || before.score === score) return count(score);
  return `${count(before.score)} → ${count(score)}  ${signed(score - before.score)}`;
}

/** `radarr  Metropolis (1927)`, `sonarr  The Wire (2002) S01E02 + S01E03` */
function placeOf(slots: readonly Slot[], { nameOf }: HistoryText): string {
  const [first] = slots;
  if (first === undefined) return '';
  const year = first.year === 0 ? '' : ` (${first.year})`;
  return `${nameOf(instanceKey(first.instance))}  ${first.title}${year} ${episodesOf(slots)}`.trimEnd();
}

/** `S01E02 + S01E03`; empty for a movie. */
function episodesOf(slots: readonly Slot[]): string {
  const episodes = slots.flatMap(({ episode }) => (episode === null ? [] : [episodeLabel(episode)]));
  const shown = episodes.length > 4 ? [...episodes.slice(0, 3), `${episodes.length - 3} more`] : episodes;
  return shown.join(' + ');
}

/** `+1,500`, `−20`, `0` */
function signed(points: number): string {
  return `${points > 0 ? '+' : ''}${count(points)}`;
}
