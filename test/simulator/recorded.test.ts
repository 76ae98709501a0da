import { expect, test } from 'vitest';
import { readRecordedSet } from '../../src/simulator/fixtures.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';
import type { RecordedAnswer } from '../../src/simulator/recorded-answer.ts';
import type { Authentication } from '../../src/simulator/web-page.ts';
import { aSimulator, ask, askRaw, type WireAnswer } from '../support/simulated.ts';

/** What the key stood for when the answers were recorded. */
const recordedKeys = ['<key>', '<apikey>', '0123456789abcdef0123456789abcdef'];

function withKey(text: string, apiKey: string): string {
  return recordedKeys.reduce((changed, key) => changed.replaceAll(key, apiKey), text);
}

/** Asks again what was asked of the real server. */
function askAgain(instance: RunningInstance, recorded: RecordedAnswer, hasKey: boolean): Promise<WireAnswer> {
  const headers = Object.entries(recorded.requestHeaders).map(([name, value]) => [
    name.toLowerCase(),
    withKey(value, instance.apiKey),
  ]);
  const request = { method: recorded.method, headers: Object.fromEntries(headers) };
  const target = withKey(recorded.path, instance.apiKey);
  return hasKey ? ask(instance, target, request) : askRaw(instance, target, request);
}

/** What can be compared: not the stack of an exception, the trace id, or the port. */
function comparable(body: string, instance: RunningInstance): unknown {
  const isJson = /^\s*[[{]/.test(body);
  if (!isJson) return body.replace(/^<!DOCTYPE.*$/s, '<!DOCTYPE html>');
  const value: unknown = JSON.parse(withKey(body, instance.apiKey), (name, inner: unknown) =>
    name === 'traceId' || name === 'description' || name === 'userHash' || name === 'startTime'
      ? null
      : inner,
  );
  return value;
}

test.each(['radarr', 'sonarr'] as const)(
  '%s answers every request to read in own-small as recorded',
  async (service) => {
    await using simulator = await aSimulator(service, {
      authentication: service === 'radarr' ? 'forms' : 'external',
    });
    const isNotPlayed = /sortKey=series.sortTitle|release[?]episodeId/;
    const recorded = (await readRecordedSet(service, 'own-small')).filter(
      ({ status, method, path, body }) => {
        const isRemoved = status === 200 && body === '';
        return method === 'GET' && !isRemoved && !isNotPlayed.test(path);
      },
    );
    expect(recorded.length).toBeGreaterThan(30);
    for (const answer of recorded) {
      const got = await askAgain(
        simulator.instance,
        answer,
        answer.status !== 401 && !answer.path.includes('apikey'),
      );
      expect.soft(got.status, answer.path).toBe(answer.status);
      expect
        .soft(comparable(got.text, simulator.instance), answer.path)
        .toEqual(comparable(String(answer.body), simulator.instance));
      expect.soft(got.headers['content-type'], answer.path).toBe(answer.headers['content-type']);
      expect.soft(got.headers['cache-control'], answer.path).toBe(answer.headers['cache-control']);
    }
  },
);

/** What a simulated server leaves out: indexers, commands, embedded or translated movies, the login page. */
const notPlayed =
  /\/(release|lookup|rename|queue|blocklist|command|manualimport|localization|host)\b|^\/login$|include|languageId|favicon|signalr/;

/** A stretch of `own-errors` that was recorded with one setting of the server. */
interface Stretch {
  readonly title: string;
  readonly service: 'radarr' | 'sonarr';
  readonly authentication: Authentication;
  readonly urlBase: string;
  readonly pick: (answers: readonly RecordedAnswer[]) => readonly RecordedAnswer[];
}

const ofGroup = (group: string) => (answers: readonly RecordedAnswer[]) =>
  answers.filter((answer) => answer.group === group);

const stretches: readonly Stretch[] = [
  {
    title: 'radarr, API',
    service: 'radarr',
    authentication: 'forms',
    urlBase: '',
    pick: (all) => all.slice(0, 110),
  },
  {
    title: 'radarr, Accept and encodings',
    service: 'radarr',
    authentication: 'forms',
    urlBase: '',
    pick: (all) => all.slice(163, 189),
  },
  {
    title: 'radarr, pages with a login',
    service: 'radarr',
    authentication: 'forms',
    urlBase: '',
    pick: (all) => all.slice(203, 233),
  },
  {
    title: 'radarr, pages without a login',
    service: 'radarr',
    authentication: 'external',
    urlBase: '',
    pick: (all) => all.slice(256, 286),
  },
  {
    title: 'radarr, url base',
    service: 'radarr',
    authentication: 'forms',
    urlBase: '/radarr',
    pick: (all) => all.slice(376, 402),
  },
  {
    title: 'sonarr, pages with a login',
    service: 'sonarr',
    authentication: 'forms',
    urlBase: '',
    pick: ofGroup('frontend auth=Forms required=Enabled base=none'),
  },
  {
    title: 'sonarr, pages with a basic login',
    service: 'sonarr',
    authentication: 'basic',
    urlBase: '',
    pick: ofGroup('frontend auth=Basic required=Enabled base=none'),
  },
  {
    title: 'sonarr, pages without a login',
    service: 'sonarr',
    authentication: 'none',
    urlBase: '',
    pick: ofGroup('frontend auth=None required=Enabled base=none'),
  },
  {
    title: 'sonarr, url base',
    service: 'sonarr',
    authentication: 'external',
    urlBase: '/sonarr',
    pick: ofGroup('frontend auth=External required=Enabled base=/sonarr'),
  },
  {
    title: 'sonarr, url base with a login',
    service: 'sonarr',
    authentication: 'forms',
    urlBase: '/sonarr',
    pick: ofGroup('frontend auth=Forms required=Enabled base=/sonarr'),
  },
  {
    title: 'sonarr, compression',
    service: 'sonarr',
    authentication: 'forms',
    urlBase: '',
    pick: ofGroup('compression'),
  },
];

test.each(stretches)('$title: answers as recorded', async ({ service, authentication, urlBase, pick }) => {
  await using simulator = await aSimulator(service, { authentication, urlBase });
  const { instance } = simulator;
  const recorded = pick(await readRecordedSet(service, 'own-errors')).filter(
    ({ path, requestHeaders }) => !notPlayed.test(path) && requestHeaders['Accept'] !== 'text/json',
  );
  expect(recorded.length).toBeGreaterThan(5);
  for (const answer of recorded) {
    const hasKey = service === 'sonarr' && answer.status !== 401 && !answer.path.includes('apikey');
    const got = await askAgain(instance, answer, hasKey);
    const about = `${answer.method} ${answer.path} ${JSON.stringify(answer.requestHeaders)}`;
    expect.soft(got.status, about).toBe(answer.status);
    expect.soft(placeOf(got.headers, instance), about).toBe(placeOf(answer.headers, instance));
    expect.soft(got.headers['content-type'], about).toBe(answer.headers['content-type']);
    expect.soft(got.headers['content-encoding'], about).toBe(answer.headers['content-encoding']);
    if (answer.headers['content-encoding'] === undefined)
      expect.soft(comparable(got.text, instance), about).toEqual(comparable(String(answer.body), instance));
  }
});

/** Where an answer sends on, whatever the port. */
function placeOf(headers: Readonly<Record<string, string>>, { apiKey }: RunningInstance): string | null {
  const { location } = headers;
  return location === undefined ? null : withKey(location, apiKey).replace(/127\.0\.0\.1:\d+/, 'host');
}
