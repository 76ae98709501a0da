import { partition } from '../../lib/partition.ts';
import { describeFailure } from '../../model/arr-failure.ts';
import type { RuleChange } from '../../model/change.ts';
import { describeEdit } from '../../model/changes/describe-edit.ts';
import { describeOddity, isDoubt } from '../../model/describe-oddity.ts';
import type { CollectedInstance } from '../../pipeline/collect-instance.ts';
import { type ExitCode, exitCode } from '../command.ts';
import type { Level } from './talk.ts';
import { count, counted, duration } from './words.ts';

/** What to say of one instance. */
export interface CollectedLine {
  readonly level: Level;
  readonly text: string;
}

type Stored = Extract<CollectedInstance, { readonly kind: 'stored' }>;

/** Items named one by one, at most. */
const namedAtMost = 10;

/** What a snapshot brought, or why there is none. A failure to read was said when it happened. */
export function collectedLines(collected: CollectedInstance): readonly CollectedLine[] {
  switch (collected.kind) {
    case 'failed':
      return [];
    case 'busy': {
      const { host, processId, since } = collected.holder;
      const who = `process ${processId} on ${host}, since ${since.toLocaleTimeString()}`;
      return [
        warning(`is being collected by another arr-score (${who}); nothing was read`),
        warning('→ Wait for it to end, then try again.'),
      ];
    }
    case 'refused':
      return [warning(collected.refusal.message), warning(`→ ${collected.refusal.hint}`)];
    case 'stored':
      return storedLines(collected);
    default:
      return [];
  }
}

function storedLines(stored: Stored): readonly CollectedLine[] {
  const { saved, counts, takenOverFrom } = stored;
  const { clockBehindMs } = saved;
  return [
    ...(takenOverFrom === null
      ? []
      : [warning(`took over from process ${takenOverFrom.processId} on ${takenOverFrom.host}, which died`)]),
    ...(clockBehindMs === 0
      ? []
      : [
          warning(
            `the clock is ${duration(clockBehindMs)} behind the last snapshot; stored right after it. Is the clock right?`,
          ),
        ]),
    ...doubtLines(stored),
    info(saved.isFirst ? `first snapshot: ${counted(counts.files, 'file')}` : changesLine(stored)),
    ...saved.ruleChanges.map((change) => info(ruleChangeLine(change))),
    ...historyLines(stored.history),
    ...(saved.unexplained === 0
      ? []
      : [warning(`${counted(saved.unexplained, 'score')} changed by something the server does not show`)]),
  ];
}

function historyLines({ events, leftOut, failure }: Stored['history']): readonly CollectedLine[] {
  const left = leftOut === 0 ? '' : `, ${count(leftOut)} of titles that are gone or cannot be read`;
  const read =
    events + leftOut === 0 ? [] : [info(`${counted(events, 'event')} of the server's own history${left}`)];
  if (failure === null) return read;
  const end = `the server's own history ended early, the next run goes on there: ${describeFailure(failure)}`;
  return [...read, warning(end)];
}

function changesLine({ saved, counts }: Stored): string {
  const parts = Object.entries(saved.changes)
    .filter(([, slots]) => slots > 0)
    .map(([kind, slots]) => `${count(slots)} ${kind.replace('-', ' ')}`);
  const files = counted(counts.files, 'file');
  if (parts.length > 0) return `${files}: ${parts.join(', ')}`;
  return saved.ruleChanges.length > 0 ? `${files}, none changed by itself` : `${files}, nothing changed`;
}

function ruleChangeLine({ edit, filesTouched, pointsMoved, statesChanged }: RuleChange): string {
  const states = statesChanged === 0 ? '' : `, ${counted(statesChanged, 'cutoff state')} changed`;
  const sign = pointsMoved > 0 ? '+' : '';
  const effect =
    filesTouched === 0
      ? 'no file touched'
      : `${sign}${count(pointsMoved)} points over ${counted(filesTouched, 'file')}`;
  const { subject, text } = describeEdit(edit, count);
  return `${subject}: ${text}; ${effect}${states}`;
}

function doubtLines({ skipped, oddities }: Stored): readonly CollectedLine[] {
  const [doubts, curious] = partition(oddities, isDoubt);
  const lines = [
    ...skipped.map(
      ({ title, failure }) => `${title} could not be read, its last files stay: ${describeFailure(failure)}`,
    ),
    ...doubts.map(describeOddity),
  ];
  const more = lines.length - namedAtMost;
  return [
    ...lines.slice(0, namedAtMost).map(warning),
    ...(more > 0 ? [warning(`and ${more} more`)] : []),
    ...curious.map((oddity): CollectedLine => ({ level: 'detail', text: describeOddity(oddity) })),
  ];
}

/** 3 where something could not be read or stored, or is not proven. */
export function collectExitCode(collected: readonly CollectedInstance[]): ExitCode {
  const isWhole = collected.every(
    (one) => one.kind === 'stored' && one.skipped.length === 0 && !one.oddities.some(isDoubt),
  );
  return isWhole ? exitCode.ok : exitCode.partial;
}

function warning(text: string): CollectedLine {
  return { level: 'warning', text };
}

function info(text: string): CollectedLine {
  return { level: 'info', text };
}
