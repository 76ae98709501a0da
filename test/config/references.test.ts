import { expect, test } from 'vitest';
import { aConfigFolder, aKey, goodFile } from '../support/config-folder.ts';

const secrets = `radarr_key: ${aKey}\nport: 7878\nurl: " http://nas:7878 "\n`;

test.each([
  ['!secret radarr_key', aKey],
  ['!env KEY', aKey],
  ['!env_var KEY', aKey],
  ['!env_var KEY other-default', aKey],
  ['!env NONE c2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0', 'c2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0'],
  ['!env_var NONE "c2c4 "', 'c2c4'],
  ["!env_var EMPTY 'c2c4d6'", 'c2c4d6'],
  ['!file keys/radarr', aKey],
  ['!file "keys/radarr"', aKey],
])('api_key: %s is followed', async (reference, value) => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': goodFile.replace(aKey, reference),
    'secrets.yml': secrets,
    'work/keys/radarr': `${aKey}\n`,
  });
  const { instances } = await folder.load({ environment: { KEY: ` ${aKey}\n`, EMPTY: ' ' } });
  expect(instances[0]?.apiKey).toBe(value);
});

test('what a reference brings becomes a number or a truth where one belongs', async () => {
  const text = `${goodFile}    workers: !env WORKERS 3\n    enabled: !env ENABLED yes\n    chunk_size: !secret chunk\n`;
  await using folder = await aConfigFolder({ 'arr-score.yaml': text, 'secrets.yml': 'chunk: 7\n' });
  const { instances } = await folder.load({ environment: { WORKERS: '4' } });
  expect(instances[0]).toMatchObject({ workers: 4, enabled: true, chunkSize: 7 });
});

test('secrets.yaml will do where there is no secrets.yml', async () => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': goodFile.replace(aKey, '!secret radarr_key'),
    'secrets.yaml': secrets,
  });
  expect((await folder.load()).instances[0]?.apiKey).toBe(aKey);
});

test('secrets lie beside the file, wherever that is', async () => {
  await using folder = await aConfigFolder({
    'home/arr-score.yaml': goodFile
      .replace(aKey, '!secret radarr_key')
      .replace('http://nas:7878', '!file url'),
    'home/secrets.yml': secrets,
    'home/url': 'http://nas:7878/radarr\n',
  });
  expect((await folder.load()).instances[0]).toMatchObject({
    apiKey: aKey,
    baseUrl: 'http://nas:7878/radarr',
  });
});

test('a secret that an anchor holds is a secret like any other', async () => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': goodFile.replace(aKey, '!secret second'),
    'secrets.yml': `first: &key ${aKey}\nsecond: *key\n`,
  });
  expect((await folder.load()).instances[0]?.apiKey).toBe(aKey);
});

test('an instance that leaves address and key out takes NAME_base_url and NAME_api_key from the secrets', async () => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': 'radarr:\n  films: { custom_formats: [] }\n',
    'secrets.yml': `films_base_url: http://nas:7878\nfilms_api_key: ${aKey}\n`,
  });
  expect((await folder.load()).instances[0]).toMatchObject({ baseUrl: 'http://nas:7878', apiKey: aKey });
});

test('a secrets file that cannot be read is a problem only when a secret is wanted', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile, 'work/secrets.yml/inside': '' });
  expect((await folder.load()).instances).toHaveLength(1);
  await using wanting = await aConfigFolder({
    'arr-score.yaml': goodFile.replace(aKey, '!secret key'),
    'work/secrets.yml/inside': '',
  });
  expect(await wanting.told()).toContain('secrets.yml: cannot be read: it is a folder');
});

test('a key written where the name of a secret belongs is not repeated', async () => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': goodFile.replace(aKey, `!secret ${aKey}`),
    'secrets.yml': 'a: b\n',
  });
  expect(await folder.told()).toContain('secrets.yml does not have this text');
});
