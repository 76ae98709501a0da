import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { aConfigFolder, aKey } from '../support/config-folder.ts';

const files = {
  recyclarr: await readFile('test/config/other-tools/recyclarr.yml', 'utf8'),
  configarr: await readFile('test/config/other-tools/configarr.yml', 'utf8'),
};
const secrets = {
  'secrets.yml': `radarr_url: http://radarr:7878\nradarr_key: ${aKey}\nSONARR_API_KEY: ${aKey}\n`,
};

test('a Recyclarr file is read as it stands', async () => {
  await using folder = await aConfigFolder({ 'recyclarr.yml': files.recyclarr, ...secrets });
  const said = { path: 'recyclarr.yml', environment: { SONARR_API_KEY: aKey } };
  const { instances } = await folder.load(said);
  expect(instances.map(({ service, name, baseUrl, apiKey }) => [service, name, baseUrl, apiKey])).toEqual([
    ['radarr', 'films', 'http://radarr:7878', aKey],
    ['radarr', 'films_4k', 'http://radarr4k:7878/films', aKey],
    ['sonarr', 'series', 'http://sonarr:8989', aKey],
  ]);
  expect(await folder.told(said)).toBe(
    '! recyclarr.yml: not read, as other tools use them: quality_definition, delete_old_custom_formats, ' +
      'quality_profiles, custom_formats, media_naming, include, replace_existing_custom_formats',
  );
});

test('a Configarr file is read as it stands', async () => {
  await using folder = await aConfigFolder({
    'config.yml': files.configarr,
    ...secrets,
    'work/keys/anime': aKey,
  });
  const said = { path: 'config.yml', environment: { RADARR_API_KEY: aKey } };
  const { instances } = await folder.load(said);
  expect(instances.map(({ service, name, baseUrl, enabled }) => [service, name, baseUrl, enabled])).toEqual([
    ['radarr', 'instance1', 'http://radarr:7878', true],
    ['sonarr', 'instance1', 'http://sonarr:8989', true],
    ['sonarr', 'anime', 'http://anime:8989', false],
  ]);
  expect(await folder.told(said)).toBe(
    '! config.yml: not read, as other tools use them: trashGuideUrl, recyclarrConfigUrl, localConfigTemplatesPath, ' +
      'customFormatDefinitions, sonarrEnabled, readarr, lidarr, include, custom_formats, renameQualityProfiles, ' +
      'root_folders, media_naming, quality_profiles, delay_profiles',
  );
});
