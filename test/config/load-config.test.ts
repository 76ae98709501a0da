import { chmod, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { aConfigFolder, aKey, goodFile } from '../support/config-folder.ts';

test('an instance with nothing but address and key gets every default', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const { instances } = await folder.load();
  expect(instances).toEqual([
    {
      service: 'radarr',
      name: 'main',
      baseUrl: 'http://nas:7878',
      externalUrl: 'http://nas:7878',
      apiKey: aKey,
      enabled: true,
      workers: 5,
      chunkSize: 100,
      timeouts: { listFirstByteMs: 300_000, listIdleMs: 60_000, otherMs: 60_000, connectMs: 10_000 },
      maxRequestsPerSecond: null,
      ca: null,
      headers: {},
      allowInsecure: false,
    },
  ]);
});

test('every key of an instance arrives where the program reads it', async () => {
  const text = `${goodFile}
    external_url: https://films.example.org/radarr/
    enabled: false
    workers: 2
    chunk_size: 7
    timeouts: { list_first_byte_seconds: 1, list_idle_seconds: 2, other_seconds: 3, connect_seconds: 0.5 }
    max_requests_per_second: 0.5
    ca_file: ca.pem
    headers: { X-Gateway: letmein }
    allow_insecure: true
`;
  const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  await using folder = await aConfigFolder({ 'arr-score.yaml': text, 'ca.pem': pem });
  const { instances, secrets } = await folder.load();
  expect(instances[0]).toMatchObject({
    externalUrl: 'https://films.example.org/radarr',
    enabled: false,
    workers: 2,
    chunkSize: 7,
    timeouts: { listFirstByteMs: 1000, listIdleMs: 2000, otherMs: 3000, connectMs: 500 },
    maxRequestsPerSecond: 0.5,
    ca: pem,
    headers: { 'X-Gateway': 'letmein' },
    allowInsecure: true,
  });
  expect(secrets).toEqual([aKey, 'letmein']);
});

test.each([
  ['http://nas:7878/', 'http://nas:7878'],
  ['http://nas:7878/radarr//', 'http://nas:7878/radarr'],
  ['  HTTPS://NAS/Films', 'https://nas/Films'],
  ['http://[::1]:7878', 'http://[::1]:7878'],
])('the address %s is kept as %s', async (given, kept) => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': goodFile.replace('http://nas:7878', `"${given}"`),
  });
  const { instances } = await folder.load();
  expect(instances[0]?.baseUrl).toBe(kept);
});

test('instances keep the order of the file, Radarr first, even when a name is a number', async () => {
  const block = `{ base_url: http://nas, api_key: ${aKey} }`;
  const text = `sonarr:\n  z: ${block}\nradarr:\n  main: ${block}\n  2160: ${block}\n  a: ${block}\n`;
  await using folder = await aConfigFolder({ 'arr-score.yaml': text });
  const { instances } = await folder.load();
  expect(instances.map(({ name }) => name)).toEqual(['main', '2160', 'a', 'z']);
});

test('anchors and merge keys work, the own value winning over the merged', async () => {
  const text = `
x-common: &common { workers: 3, chunk_size: 7 }
x-slow: &slow { workers: 1, api_key: ${aKey} }
radarr:
  main: &main
    <<: [*common, *slow]
    base_url: http://nas
    chunk_size: 8
sonarr:
  main: *main
`;
  await using folder = await aConfigFolder({ 'arr-score.yaml': text });
  const { instances, warnings } = await folder.load();
  expect(instances.map(({ workers, chunkSize, apiKey }) => [workers, chunkSize, apiKey])).toEqual([
    [3, 8, aKey],
    [3, 8, aKey],
  ]);
  expect(warnings.filter(({ message }) => message.startsWith('not read'))).toEqual([]);
});

test('a block that merges itself comes to an end', async () => {
  const text = `radarr:\n  main: &main\n    <<: *main\n    base_url: http://nas\n    api_key: ${aKey}\n`;
  await using folder = await aConfigFolder({ 'arr-score.yaml': text });
  expect((await folder.load()).instances).toHaveLength(1);
});

test('a key of digits only is text, whole', async () => {
  const digits = '12345678901234567890123456789013';
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile.replace(aKey, digits) });
  expect((await folder.load()).instances[0]?.apiKey).toBe(digits);
});

test('a key of another shape is warned of, not refused', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile.replace(aKey, 'Gateway-Token-17') });
  expect(await folder.told()).toBe(
    '! arr-score.yaml:4:14  radarr.main.api_key: is not 32 hexadecimal digits, as Radarr and Sonarr make their keys',
  );
  const environment = { RADARR_URL: 'http://nas', RADARR_API_KEY: 'Gateway-Token-17' };
  await using bare = await aConfigFolder({});
  expect(await bare.told({ environment })).toContain('! RADARR_API_KEY: is not 32 hexadecimal digits');
});

test('that every instance is off is worth a warning', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': `${goodFile}    enabled: false\n` });
  expect(await folder.told()).toContain('! every instance is switched off');
});

test('a file that is not UTF-8 is refused', async () => {
  await using folder = await aConfigFolder({});
  await writeFile(join(folder.surroundings.workingFolder, 'arr-score.yaml'), Buffer.from([0x61, 0xff, 0xfe]));
  expect(await folder.told()).toContain('arr-score.yaml: it is not UTF-8 text');
});

test('a reading fault without a sentence of its own is told by its code', async () => {
  await using folder = await aConfigFolder({});
  const loop = join(folder.surroundings.workingFolder, 'arr-score.yaml');
  await symlink(loop, loop);
  expect(await folder.told({ path: 'arr-score.yaml' })).toContain('reading failed with ELOOP');
});

test('proxies come from the environment, what is not in capitals first, with their passwords as secrets', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const { proxy, secrets } = await folder.load({
    environment: {
      HTTP_PROXY: 'http://ignored:1',
      http_proxy: 'proxy:3128',
      HTTPS_PROXY: 'http://me:pass%20word@proxy:3128',
      NO_PROXY: 'nas,.local',
    },
  });
  expect(proxy).toEqual({
    httpProxy: 'http://proxy:3128',
    httpsProxy: 'http://me:pass%20word@proxy:3128',
    noProxy: 'nas,.local',
  });
  expect(secrets).toEqual([aKey, 'pass%20word', 'pass word']);
});

test('a password of a proxy that is no percent code stays as it is', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const { secrets } = await folder.load({ environment: { HTTPS_PROXY: 'http://me:passw%zz@proxy:3128' } });
  expect(secrets).toEqual([aKey, 'passw%zz']);
});

test('values of headers under six letters are no secrets, or every "true" in a log would be masked', async () => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': `${goodFile}    headers: { X-Plain: true, X-Key: sesame }\n`,
  });
  const { instances, secrets } = await folder.load();
  expect(instances[0]?.headers).toEqual({ 'X-Plain': 'true', 'X-Key': 'sesame' });
  expect(secrets).toEqual([aKey, 'sesame']);
});

test.skipIf(process.platform === 'win32')(
  'keys that others may read are warned of, with the mend',
  async () => {
    await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
    const path = join(folder.surroundings.workingFolder, 'arr-score.yaml');
    await chmod(path, 0o644);
    expect(await folder.told()).toBe(
      '! arr-score.yaml: holds keys and is readable by others. chmod 600 arr-score.yaml',
    );
    await chmod(path, 0o640);
    expect(await folder.told()).toBe('');
  },
);

test.skipIf(process.platform === 'win32')(
  'a file with references only may be read by others, its secrets not',
  async () => {
    const text = goodFile.replace(aKey, '!secret key');
    await using folder = await aConfigFolder({ "it's.yaml": text, 'secrets.yml': `key: ${aKey}\n` });
    await chmod(join(folder.surroundings.workingFolder, 'secrets.yml'), 0o644);
    expect(await folder.told({ path: "it's.yaml" })).toBe(
      '! secrets.yml: holds keys and is readable by others. chmod 600 secrets.yml',
    );
    await using literal = await aConfigFolder({ "it's.yaml": goodFile });
    await chmod(join(literal.surroundings.workingFolder, "it's.yaml"), 0o644);
    expect(await literal.told({ path: "it's.yaml" })).toContain("chmod 600 'it'\\''s.yaml'");
  },
);

test('without surroundings the process itself is asked', async () => {
  await using folder = await aConfigFolder({ 'nas.yaml': goodFile });
  const path = join(folder.surroundings.workingFolder, 'nas.yaml');
  const { source } = await loadConfig({ path, environment: {} });
  expect(source).toEqual({ kind: 'file', path, why: 'flag' });
});
