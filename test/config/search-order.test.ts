import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/config/environment.ts';
import { locateConfig } from '../../src/config/locate-config.ts';
import { configFolder, readSurroundings } from '../../src/config/surroundings.ts';
import { aConfigFolder, aKey, goodFile } from '../support/config-folder.ts';

/** Every place there is, best first. */
const places: readonly (readonly [name: string, why: string])[] = [
  ['work/flag.yaml', 'flag'],
  ['work/variable.yaml', 'variable'],
  ['work/arr-score.yaml', 'working-folder'],
  ['work/arr-score.yml', 'working-folder'],
  ['home/arr-score.yaml', 'config-folder'],
  ['home/arr-score.yml', 'config-folder'],
  ['container/arr-score.yaml', 'container'],
  ['container/arr-score.yml', 'container'],
];

test.each(places.map((place, index) => [...place, index] as const))(
  '%s is read before all that follow it, because of: %s',
  async (name, why, index) => {
    const there = places.slice(index).map(([path]) => [path, goodFile]);
    await using folder = await aConfigFolder(Object.fromEntries(there));
    const path = index === 0 ? 'flag.yaml' : null;
    const environment = index <= 1 ? { ARR_SCORE_CONFIG: 'variable.yaml' } : {};
    const source = await locateConfig({ path, environment, surroundings: folder.surroundings });
    const shown = name.startsWith('work/') ? name.slice(5) : join(folder.path, name);
    expect(source).toEqual({ kind: 'file', path: shown, why });
    expect((await folder.load({ path, environment })).source).toEqual(source);
  },
);

test('a named file that is absent is an error, whatever else there is', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const environment = { ARR_SCORE_CONFIG: 'gone.yaml' };
  expect(await folder.told({ environment })).toContain('gone.yaml: there is no such file');
  const request = { path: 'gone.yaml', environment: {}, surroundings: folder.surroundings };
  await expect(locateConfig(request)).rejects.toThrow('gone.yaml: there is no such file');
});

test('an empty ARR_SCORE_CONFIG counts as not set', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const { source } = await folder.load({ environment: { ARR_SCORE_CONFIG: '' } });
  expect(source).toMatchObject({ why: 'working-folder' });
});

test('a .yml beside the .yaml is said not to be read', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile, 'arr-score.yml': goodFile });
  expect(await folder.told()).toContain(
    '! arr-score.yml: is not read, as arr-score.yaml is there too. Remove one',
  );
});

test('without any file the variables alone are the configuration', async () => {
  await using folder = await aConfigFolder({});
  const { surroundings } = folder;
  const environment = { RADARR_URL: 'http://nas:7878', RADARR_API_KEY: aKey };
  const source = { kind: 'environment' };
  expect((await folder.load({ environment })).source).toEqual(source);
  expect(await locateConfig({ path: null, environment, surroundings })).toEqual(source);
  await expect(locateConfig({ path: null, environment: {}, surroundings })).rejects.toThrow(
    'no configuration',
  );
});

test.each([
  [{ HOME: '/home/me' }, 'linux', '/home/me/.config/arr-score'],
  [{ HOME: '/home/me', XDG_CONFIG_HOME: '/etc/mine' }, 'linux', '/etc/mine/arr-score'],
  [{ HOME: '/Users/me' }, 'darwin', '/Users/me/Library/Application Support/arr-score'],
  [{ USERPROFILE: '/me', APPDATA: '/me/Roaming' }, 'win32', '/me/Roaming/arr-score'],
  [{ USERPROFILE: '/me' }, 'win32', '/me/AppData/Roaming/arr-score'],
] as const)('with %j the folder on %s is %s', (environment, platform, folder) => {
  expect(configFolder(environment, platform)).toBe(join(folder));
});

test('the process runs in its own folders', () => {
  expect(readSurroundings({ XDG_CONFIG_HOME: '/x', XDG_DATA_HOME: '/y' })).toEqual({
    workingFolder: process.cwd(),
    configFolder: join('/x/arr-score'),
    dataFolder: join('/y/arr-score'),
    containerFolder: '/config',
  });
  expect(configFolder({}, 'linux')).toMatch(/arr-score$/);
  expect(Object.keys(readEnvironment())).toContain('PATH');
});
