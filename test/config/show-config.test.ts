import { expect, test } from 'vitest';
import { showConfig } from '../../src/config/show-config.ts';
import { aConfigFolder, aKey, goodFile } from '../support/config-folder.ts';

const other = 'c2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0';

test('every value is shown with where it comes from, every secret masked', async () => {
  await using folder = await aConfigFolder({
    'arr-score.yaml': `${goodFile}    headers: { X-Gate: sesame-open }\n  "2160":\n    base_url: !env NAS http://nas\n    api_key: !secret key\n    workers: 3\nstore: postgres://me:open-door@db/arr\n`,
    'secrets.yml': `key: ${other}\n`,
  });
  const shown = await showConfig({
    path: null,
    environment: {
      ARR_SCORE__RADARR__MAIN__TIMEOUTS__OTHER_SECONDS: '9',
      SONARR_URL: 'http://nas:8989',
      SONARR_API_KEY: other,
      HTTPS_PROXY: 'http://me:password@proxy:3128',
      NO_PROXY: 'nas',
    },
    flags: ['radarr.2160.chunk_size=7'],
    surroundings: folder.surroundings,
  });
  for (const secret of [aKey, other, 'sesame-open', 'password', 'open-door'])
    expect(shown).not.toContain(secret);
  await expect(shown).toMatchFileSnapshot('../golden/config-show/all-sources.txt');
});

test('a configuration that is wrong is explained, not shown', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': 'radarr: {}\n' });
  const showing = showConfig({ path: null, environment: {}, surroundings: folder.surroundings });
  await expect(showing).rejects.toThrow('names no instance');
});
