import { expect, test } from 'vitest';
import { aConfigFolder, aKey, goodFile } from '../support/config-folder.ts';

const other = 'c2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0';

test('RADARR_URL and RADARR_API_KEY make an instance named after its service', async () => {
  await using folder = await aConfigFolder({});
  const environment = { RADARR_URL: ' http://nas:7878/ ', RADARR_API_KEY: `${aKey}\n` };
  const { instances } = await folder.load({ environment });
  expect(instances).toHaveLength(1);
  expect(instances[0]).toMatchObject({
    service: 'radarr',
    name: 'radarr',
    baseUrl: 'http://nas:7878',
    apiKey: aKey,
  });
});

test('SONARR_API_KEY_FILE is read, beside a file that speaks of Radarr only', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile, key: `${other}\n` });
  const environment = { SONARR_URL: 'http://nas:8989', SONARR_API_KEY_FILE: 'key' };
  const { instances, source } = await folder.load({ environment });
  expect(instances.map(({ service, name, apiKey }) => [service, name, apiKey])).toEqual([
    ['radarr', 'main', aKey],
    ['sonarr', 'sonarr', other],
  ]);
  expect(source.kind).toBe('file');
});

test('a radarr block in the file keeps RADARR_URL out', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const { instances } = await folder.load({ environment: { RADARR_URL: 'http://x', RADARR_API_KEY: other } });
  expect(instances.map(({ name, apiKey }) => [name, apiKey])).toEqual([['main', aKey]]);
});

test('a key without an address is no instance, but worth a warning', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const told = await folder.told({ environment: { SONARR_API_KEY: other } });
  expect(told).toContain('! SONARR_API_KEY: is set without SONARR_URL');
});

test.each([
  ['ARR_SCORE__RADARR__RADARR_4K__WORKERS', '3', { workers: 3 }],
  ['arr_score__radarr__radarr_4k__chunk_size', '7', { chunkSize: 7 }],
  ['ARR_SCORE__RADARR__RADARR-4K__ENABLED', 'no', { enabled: false }],
  ['ARR_SCORE__RADARR__RADARR_4K__ALLOW_INSECURE', '1', { allowInsecure: true }],
  ['ARR_SCORE__RADARR__RADARR_4K__BASE_URL', 'http://other:7878/', { baseUrl: 'http://other:7878' }],
  ['ARR_SCORE__RADARR__RADARR_4K__API_KEY', other, { apiKey: other }],
  ['ARR_SCORE__RADARR__RADARR_4K__HEADERS__X_GATE', 'letmein', { headers: { 'X-Gate': 'letmein' } }],
  ['ARR_SCORE__RADARR__RADARR_4K__HEADERS__CF_ID', 'new', { headers: { 'X-Gate': 'shut', 'cf-id': 'new' } }],
  ['ARR_SCORE__RADARR__RADARR_4K__MAX_REQUESTS_PER_SECOND', '0.5', { maxRequestsPerSecond: 0.5 }],
  ['ARR_SCORE__RADARR__RADARR_4K__WORKERS', ' ', { workers: 5 }],
])('%s=%s is laid over the file', async (name, value, expected) => {
  const text = `${goodFile.replace('main', 'radarr-4k')}    headers: { X-Gate: shut }\n`;
  await using folder = await aConfigFolder({ 'arr-score.yaml': text });
  const { instances } = await folder.load({ environment: { [name]: value } });
  expect(instances[0]).toMatchObject(expected);
});

test('a variable reaches an instance that RADARR_URL made', async () => {
  await using folder = await aConfigFolder({});
  const environment = {
    RADARR_URL: 'http://nas',
    RADARR_API_KEY: aKey,
    ARR_SCORE__RADARR__RADARR__TIMEOUTS__OTHER_SECONDS: '5',
  };
  const { instances } = await folder.load({ environment });
  expect(instances[0]?.timeouts.otherMs).toBe(5000);
});

test('a variable may bring what the file leaves out', async () => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': 'radarr:\n  main: { base_url: http://nas }\n',
  });
  const { instances } = await folder.load({ environment: { ARR_SCORE__RADARR__MAIN__API_KEY: aKey } });
  expect(instances[0]?.apiKey).toBe(aKey);
});

test('a bad value names the variable, and not what is in it when that is a secret', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const environment = {
    ARR_SCORE__RADARR__MAIN__API_KEY: 'two words',
    ARR_SCORE__RADARR__MAIN__WORKERS: '99',
  };
  expect(await folder.told({ environment })).toBe(
    [
      'ARR_SCORE__RADARR__MAIN__API_KEY: holds blanks, line breaks or letters that no key has. Copy the key again',
      'ARR_SCORE__RADARR__MAIN__WORKERS: expected a whole number from 1 to 32, found "99"',
      '2 problems; nothing was done',
    ].join('\n'),
  );
});

test('a certificate file of a variable is blamed on the variable', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const told = await folder.told({ environment: { ARR_SCORE__RADARR__MAIN__CA_FILE: 'none.pem' } });
  expect(told).toContain('ARR_SCORE__RADARR__MAIN__CA_FILE: none.pem cannot be read');
});
