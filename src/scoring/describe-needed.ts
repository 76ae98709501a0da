import { unreachable } from '../lib/errors.ts';
import type { ShutWay, Way } from './needed.ts';

/** What would be taken, for a person: "the same quality with a score of at least 9,706". */
export function describeWay({ kind, steps, minScore }: Way): string {
  const score = `with a score of at least ${minScore.toLocaleString('en-US')}`;
  switch (kind) {
    case 'better-quality':
      return `a better quality (${listed(steps)}) ${score}`;
    case 'same-quality':
      return `the same quality ${score}`;
    case 'better-revision':
      return `a proper or repack of ${listed(steps)} ${score}`;
    default:
      return unreachable(kind);
  }
}

/** What would be refused, and why: "not a better quality: the quality cutoff (Remux-2160p) is met". */
export function describeShutWay({ kind, because, detail }: ShutWay): string {
  return `not ${names[kind]}: ${reasonOf(because, detail)}`;
}

const names: Readonly<Record<ShutWay['kind'], string>> = {
  'better-quality': 'a better quality',
  'same-quality': 'a better score',
  'better-revision': 'a proper or repack',
};

function reasonOf(because: ShutWay['because'], detail: string): string {
  switch (because) {
    case 'upgrades off':
      return 'the profile allows no upgrades';
    case 'quality cutoff met':
      return `the quality cutoff (${detail}) is met`;
    case 'nothing better allowed':
      return 'the profile allows nothing better';
    case 'quality not allowed':
      return `the profile does not allow ${detail}`;
    case 'format cutoff met':
      return `the format cutoff (${detail}) is met`;
    case 'revisions off':
      return 'the server does not upgrade to propers and repacks';
    default:
      return unreachable(because);
  }
}

function listed(steps: readonly string[]): string {
  const [first = '', ...rest] = steps;
  if (steps.length > 3) return `${first} up to ${steps.at(-1)}`;
  return rest.length === 0 ? first : `${[first, ...rest.slice(0, -1)].join(', ')} or ${rest.at(-1)}`;
}
