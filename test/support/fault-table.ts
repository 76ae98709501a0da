import { type FaultCase, faultCases } from './fault-cases.ts';

/** Failures as people call them. */
const words: Readonly<Record<string, string>> = {
  unreachable: 'cannot be reached',
  timeout: 'gave no answer in time',
  body: 'cannot be read',
  'not-an-arr': 'is no Radarr or Sonarr',
  unauthorised: 'refused the key',
  forbidden: 'forbids access',
  status: 'its status',
  busy: 'database locked',
  starting: 'is starting up',
  'list-broken': 'failed inside the server',
  'url-base': 'sends us elsewhere',
};

/** What `docs/reliability.md` says of each fault; the tests play what it says. */
export function faultTable(): string {
  const head = '| fault | once | a chunk of movies, for good | the list, for good | told as |';
  return [head, '| --- | --- | --- | --- | --- |', ...faultCases.map(row)].join('\n');
}

function row({ name, isHealed, missing, kind }: FaultCase): string {
  const lost = missing === 1 ? 'the one movie at fault is skipped' : 'the chunk is skipped';
  const once = isHealed ? 'healed, 0' : 'the chunk is skipped, 3';
  return `| ${name} | ${once} | ${lost}, 3 | the instance fails, 3 | ${words[kind] ?? kind} |`;
}
