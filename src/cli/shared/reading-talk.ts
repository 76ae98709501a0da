import { unreachable } from '../../lib/errors.ts';
import { type ArrFailure, describeFailure, hintForFailure } from '../../model/arr-failure.ts';
import { addressesAmong, type InstanceName } from '../../model/instance.ts';
import type { ReadingEvent, TellReading } from '../../pipeline/reading-event.ts';
import type { Bars } from './bars.ts';
import type { Talk } from './talk.ts';
import { count, counted, duration, fileSize, timeOfDay } from './words.ts';

/** Who hears about readings. */
export interface ReadingTalkParts {
  readonly talk: Talk;
  /** null where nobody watches: then a line when something starts, ends or fails. */
  readonly bars: Bars | null;
  readonly instances: readonly InstanceName[];
  readonly now: () => Date;
}

/** Turns what happens while instances are read into lines and bars. */
export function createReadingTalk({ talk, bars, instances, now }: ReadingTalkParts): TellReading {
  const announced = new Set<string>();
  const addressOf = addressesAmong(instances);
  return (instance, event) => {
    const address = addressOf(instance);
    bars?.show(address, event);
    for (const { level, text, isForBars } of linesOf(instance, event, { announced, now })) {
      if (bars === null || isForBars) talk.say(level, `${address}: ${text}`);
      else talk.say('detail', `${address}: ${text}`);
    }
  };
}

interface Line {
  readonly level: 'detail' | 'info' | 'warning';
  readonly text: string;
  /** Said even where a bar shows how things are. */
  readonly isForBars: boolean;
}

interface Heard {
  readonly announced: Set<string>;
  readonly now: () => Date;
}

function linesOf(instance: InstanceName, event: ReadingEvent, { announced, now }: Heard): readonly Line[] {
  switch (event.kind) {
    case 'started':
      return [];
    case 'progress':
      return announce(instance, event.progress.itemsTotal, announced);
    case 'talk':
      return [talkLine(event.event, now)];
    case 'sampled':
      return [detail(`${counted(event.asked, 'file')} asked to compare, ${count(event.differing)} differ`)];
    case 'not-computed':
      return [warning(`not computed, everything is asked: ${event.because}`)];
    case 'again':
      return [warning(`${reasons[event.reason]}; everything is read once more`)];
    case 'read':
      return readLines(event);
    case 'history':
      return announceHistory(instance, event.progress.rowsTotal, announced);
    case 'failed':
      return [warning(describeFailure(event.failure)), warning(`→ ${hintForFailure(event.failure)}`)];
    default:
      return unreachable(event);
  }
}

const reasons = {
  'rules-moved': 'the rules were edited while the files were read',
  'sums-differ': 'some formats do not add up to the scores',
  'carried-differs': 'the server contradicts some stored matches',
} as const;

function announce(
  { service, name }: InstanceName,
  items: number | null,
  announced: Set<string>,
): readonly Line[] {
  const key = `${service}/${name}`;
  if (items === null || announced.has(key)) return [];
  announced.add(key);
  const text = `reading ${service === 'radarr' ? counted(items, 'movie') : counted(items, 'series')}`;
  return [{ level: 'info', text, isForBars: false }];
}

function announceHistory(
  { service, name }: InstanceName,
  rows: number | null,
  announced: Set<string>,
): readonly Line[] {
  const key = `${service}/${name} history`;
  if (rows === null || rows === 0 || announced.has(key)) return [];
  announced.add(key);
  return [{ level: 'info', text: `reading ${counted(rows, 'event')} of its own history`, isForBars: false }];
}

function readLines({ counts, ms, traffic }: ReadingEvent & { readonly kind: 'read' }): readonly Line[] {
  const { requests, retries, bytes } = traffic;
  const repaired = counts.repairedTexts;
  return [
    { level: 'info', text: `${counted(counts.files, 'file')} in ${duration(ms)}`, isForBars: false },
    {
      level: 'detail',
      text: `${counted(requests, 'request')}, ${count(retries)} sent again, ${fileSize(bytes)} received`,
      isForBars: false,
    },
    ...(repaired === 0 ? [] : [warning(`${counted(repaired, 'text')} with broken characters, now U+FFFD`)]),
  ];
}

function talkLine(event: (ReadingEvent & { readonly kind: 'talk' })['event'], now: () => Date): Line {
  switch (event.kind) {
    case 'request':
      return detail(`${event.path.replace(/\?.*$/, '')} ${event.status} ${duration(event.ms)}`);
    case 'retry':
      return event.inMs < longMs
        ? detail(`${describeFailure(event.failure)}; asked again in ${duration(event.inMs)}`)
        : warning(waitLine(event.failure, event.inMs, now()));
    case 'waiting':
      return warning(waitLine(event.failure, event.forMs, now()));
    case 'url-base-found':
      return warning(`the server names its url base: write base_url: ${event.baseUrl}`);
    default:
      return unreachable(event);
  }
}

/** Somebody who waits longer than this wants to know why. */
const longMs = 5_000;

/** What is waited for, and until when. */
function waitLine(failure: ArrFailure, forMs: number, now: Date): string {
  const until = timeOfDay(new Date(now.getTime() + forMs));
  return `${describeFailure(failure)}; waiting until ${until} (${duration(forMs)}) before asking again`;
}

function warning(text: string): Line {
  return { level: 'warning', text, isForBars: true };
}

function detail(text: string): Line {
  return { level: 'detail', text, isForBars: false };
}
