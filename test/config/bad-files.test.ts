import { expect, test } from 'vitest';
import { aConfigFolder, aKey, goodFile, type Said } from '../support/config-folder.ts';

interface Bad extends Said {
  readonly files: Readonly<Record<string, string>>;
}

const url = 'base_url: http://nas:7878';
const key = `api_key: ${aKey}`;

/** One instance of Radarr with these lines. */
function instance(...lines: readonly string[]): string {
  return ['radarr:', '  main:', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

function only(text: string): Bad {
  return { files: { 'arr-score.yaml': text } };
}

const zoo: Readonly<Record<string, Bad>> = {
  'alias-to-nowhere': only('radarr:\n  main: *defaults\n'),
  'bad-addresses': only(
    [
      'localhost:8989',
      'nas',
      'htp://nas:7878',
      'http:/nas:7878',
      'http://nas:99999',
      'http://user:pass@nas:7878',
      'http://nas:7878/api/v3',
      'http://nas:7878/radarr/login/',
      'http://nas:7878/?apikey=b2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0',
      'http://nas:7878/#/settings',
      aKey,
      'ftp://nas',
      '"two words"',
      '7878',
    ]
      .map((address, index) => `  n${index}:\n    base_url: ${address}\n    ${key}\n`)
      .reduce((text, block) => text + block, 'radarr:\n'),
  ),
  'bad-ca-files': {
    files: {
      'arr-score.yaml': `${instance(url, key, 'ca_file: none.pem')}  two:\n    ${url}\n    ${key}\n    ca_file: text.pem\n`,
      'text.pem': 'hello',
    },
  },
  'bad-headers': only(
    instance(
      url,
      key,
      'headers:',
      '  "a b": 1',
      `  X-Api-Key: ${aKey}`,
      '  Host: nas',
      '  X-One: two',
      '  x-one: two',
      '  X-Empty: ""',
    ),
  ),
  'bad-names': only(`radarr:\n  "a/b":\n    ${url}\n    ${key}\n  " ":\n    ${url}\n    ${key}\n`),
  'bad-values': only(
    instance(
      url,
      key,
      'enabled: "yes"',
      'workers: five',
      'chunk_size: 0',
      'max_requests_per_second: -1',
      'allow_insecure: 1',
      'ca_file: ""',
      'timeouts:',
      '  other_seconds: 1h',
      '  connect_seconds: 0',
    ),
  ),
  'broken-at-several-lines': only('radarr:\n  main:\n    base_url: "http://nas\n  api_key: x\n sonarr: [\n'),
  'duplicate-keys': only(`${goodFile}    base_url: http://other:7878\nradarr:\n  second: {}\n`),
  'empty-blocks': only('radarr:\nsonarr:\n  main:\n'),
  'empty-file': only(''),
  'empty-values': only(instance('base_url:', 'api_key: ""', 'workers:')),
  'file-is-a-folder': { files: { 'work/nas.yaml/inside': '' }, path: 'nas.yaml' },
  'strange-keys': only(`? [a, b]\n: 1\n${goodFile}    <<: text\n    ? {a: b}\n    : 1\nx: &a &b 1\n`),
  flags: {
    files: { 'arr-score.yaml': goodFile },
    flags: ['radarr.main.workrs=3', 'radarr.main.workers', 'sonarr.main.workers=3', 'radarr.main.workers=x'],
  },
  'foreign-everywhere': only(
    `lidarr: {}\nreadarr: {}\nx-anchors: {}\nstuff: 1\n${goodFile}    include: []\n`,
  ),
  'half-an-environment': {
    files: {},
    environment: { RADARR_URL: 'http://nas:7878', SONARR_URL: 'nas:8989', SONARR_API_KEY: aKey },
  },
  'key-left-from-another-tool': only(instance(url, 'api_key: f7e74ba6c80046e39e076a27af5a8444')),
  'key-on-the-left': only(
    `radarr:\n  main:\n    ${aKey}: api_key\n    ${url}\n    timeouts:\n      ${aKey}: 1\n`,
  ),
  lists: only(
    `radarr:\n  - ${url}\nsonarr:\n  main:\n    base_url: [http://nas:8989]\n    api_key: {a: b}\n`,
  ),
  'missing-keys': only('radarr:\n  main:\n    workers: 3\n'),
  'named-file-is-absent': { files: {}, path: 'nas.yaml' },
  'no-colon': only(`radarr:\n  main:\n    base_url http://nas:7878\n    ${key}\n`),
  'no-instance': only('customFormatDefinitions: []\n'),
  'no-yaml-but-json-that-ends': only(`{"radarr": {"main": {"api_key": "${aKey}"`),
  'nul-byte': only('\u0000'),
  'nothing-anywhere': { files: {} },
  placeholders: only(
    [
      'your-api-key',
      'xxxx',
      'changeme',
      '<key>',
      '$\u007bRADARR_API_KEY}',
      '"two words"',
      'YOUR_SONARR_KEY_HERE',
      '...',
      '[]',
    ]
      .map((text, index) => `  n${index}:\n    ${url}\n    api_key: ${text}\n`)
      .reduce((text, block) => text + block, 'radarr:\n'),
  ),
  proxy: {
    files: { 'arr-score.yaml': goodFile },
    environment: { HTTP_PROXY: 'socks5://proxy:1080', https_proxy: '::' },
  },
  references: {
    files: {
      'arr-score.yaml': [
        'radarr:',
        '  a:',
        '    base_url: !env NOWHERE',
        '    api_key: !secret radar_key',
        '  b:',
        '    base_url: !secrte radarr_url',
        '    api_key: !file none',
        '  c:',
        '    base_url: !env a-b c',
        '    api_key: !file empty',
        '  d:',
        '    base_url: !env_var',
        '    api_key: !secret empty',
        '  e:',
        '    base_url: !secret elsewhere',
        '    api_key: !vault x',
        '',
      ].join('\n'),
      'secrets.yml': `radarr_key: ${aKey}\nempty: ""\n`,
      empty: '\n',
    },
  },
  'secrets-file-is-wrong': {
    files: { 'arr-score.yaml': instance(url, 'api_key: !secret a'), 'secrets.yml': `a:\n  b: ${aKey}\n` },
  },
  'secrets-file-is-a-list': {
    files: { 'arr-score.yaml': instance(url, 'api_key: !secret a'), 'secrets.yml': `- ${aKey}\n` },
  },
  'secrets-file-is-no-yaml': {
    files: { 'arr-score.yaml': instance(url, 'api_key: !secret a'), 'secrets.yml': `a: "${aKey}` },
  },
  'secrets-without-file': only(instance(url, 'api_key: !secret a')),
  tabs: only('radarr:\n\tmain:\n\t\tbase_url: http://nas:7878\n'),
  'text-only': only('hello'),
  transcript: {
    files: {
      'nas.yaml': [
        'radarr:',
        '  main:',
        '    # Films',
        '    base_url: http://nas:7878',
        '',
        '    enabled: true',
        `    api_kye: ${aKey}`,
        '',
        'sonarr:',
        '  main:',
        `    api_key: ${aKey}`,
        '    base_url: localhost:8989',
        '',
      ].join('\n'),
    },
    path: 'nas.yaml',
  },
  twins: only(`radarr:\n  radarr-4k: {${url}, ${key}}\n  Radarr_4K: {${url}, ${key}}\n`),
  'two-documents': only(`---\n${goodFile}---\n${goodFile}`),
  'unknown-keys': only(
    `radar: {}\n${instance(url, `apiKey: ${aKey}`, 'Workers: 3', 'timeout: 3', 'header: {}', 'timeouts: {read: 3, other_second: 3}')}`,
  ),
  'unknown-variables': {
    files: { 'arr-score.yaml': `${goodFile}  main-4k: {${url}, ${key}}\n  main_4k: {${url}, ${key}}\n` },
    environment: {
      ARR_SCORE__RADARR__MIAN__WORKERS: '3',
      ARR_SCORE__SONARR__MAIN__BASE_URL: 'http://nas:8989',
      ARR_SCORE__RADARR__MAIN: '3',
      ARR_SCORE__RADARR__MAIN__WORKERS: '3',
      arr_score__radarr__main__workers: '4',
      ARR_SCORE__RADARR__MAIN__ENABLED: 'perhaps',
      ARR_SCORE__RADARR__MAIN_4K__WORKERS: '3',
    },
  },
  'unreadable-key-file': {
    files: { 'arr-score.yaml': 'sonarr: {}' },
    environment: { RADARR_URL: 'http://nas:7878', RADARR_API_KEY_FILE: 'none' },
  },
  'two-keys-in-the-environment': {
    files: {},
    environment: { RADARR_URL: 'http://nas:7878', RADARR_API_KEY: aKey, RADARR_API_KEY_FILE: 'none' },
  },
};

test.each(Object.entries(zoo))('a bad configuration is explained: %s', async (name, { files, ...said }) => {
  await using folder = await aConfigFolder(files);
  const told = await folder.told(said);
  expect(told).not.toContain(aKey);
  expect(told).not.toContain(folder.path);
  await expect(`${told}\n`).toMatchFileSnapshot(`../golden/config/${name}.txt`);
});
