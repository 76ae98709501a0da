import { count } from '../lib/count.ts';
import type { ShutReason, ShutWay, Way, WayKind } from './needed.ts';

/** What would be taken, for a person: "the same quality with a score of at least 9,706". */
export function describeWay({ kind, steps, minScore }: Way): string {
  return `${wayNames[kind](listed(steps))} with a score of at least ${count(minScore)}`;
}

/** What would be refused, and why: "not a better quality: the quality cutoff (Remux-2160p) is met". */
export function describeShutWay({ kind, because, detail }: ShutWay): string {
  return `not ${shutNames[kind]}: ${reasons[because](detail)}`;
}

const wayNames: Readonly<Record<WayKind, (steps: string) => string>> = {
  'better-quality': (steps) => `a better quality (${steps})`,
  'same-quality': () => 'the same quality',
  'better-revision': (steps) => `a proper or repack of ${steps}`,
};

const shutNames: Readonly<Record<WayKind, string>> = {
  'better-quality': 'a better quality',
  'same-quality': 'a better score',
  'better-revision': 'a proper or repack',
};

const reasons: Readonly<Record<ShutReason, (detail: string) => string>> = {
  'upgrades off': () => 'the profile allows no upgrades',
  'quality cutoff met': (detail) => `the quality cutoff (${detail}) is met`,
  'nothing better allowed': () => 'the profile allows nothing better',
  'quality not allowed': (detail) => `the profile does not allow ${detail}`,
  'format cutoff met': (detail) => `the format cutoff (${detail}) is met`,
  'revisions off': () => 'the server does not upgrade to propers and repacks',
};

function listed(steps: readonly string[]): string {
  const [first, ...others] = steps;
  if (steps.length > 3) return `${first} up to ${others.at(-1)}`;
  return others.length === 0 ? `${first}` : `${steps.slice(0, -1).join(', ')} or ${others.at(-1)}`;
}
