import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Cron } from 'croner';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { run } from '../support/run.ts';

/** One line of a Dockerfile, continuations joined. */
interface Instruction {
  readonly word: string;
  readonly rest: string;
}

function instructionsOf(text: string): readonly Instruction[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => ({ word: line.replace(/\s.*/, ''), rest: line.replace(/^\S+\s+/, '') }));
}

const all = instructionsOf(readFileSync('Dockerfile', 'utf8'));
const lastStage = all.slice(all.findLastIndex(({ word }) => word === 'FROM'));
const of = (word: string, stage: readonly Instruction[] = lastStage): readonly string[] =>
  stage.filter((one) => one.word === word).map(({ rest }) => rest);
const Words = z.tuple([z.string()], z.string());
const wordsOf = (text: string): readonly string[] => Words.parse(JSON.parse(text.slice(text.indexOf('['))));

/** In the image, of files that are copied from here. */
const here = (path: string): string => path.replace(/^\/app\//, '');

describe('the Dockerfile', () => {
  test('has known instructions only, and names the version of each image', () => {
    const known = new Set(['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'VOLUME', 'HEALTHCHECK', 'ENTRYPOINT']);
    expect(all.filter(({ word }) => !known.has(word))).toEqual([]);
    for (const image of of('FROM', all)) expect(image).toMatch(/^node:24-[a-z]+-slim( AS \w+)?$/);
  });

  test('starts and looks after itself by a script that is there, may be run, and gives up root', () => {
    const [entry = ''] = wordsOf(of('ENTRYPOINT')[0] ?? '');
    const [check, ...command] = wordsOf(of('HEALTHCHECK')[0] ?? '');
    expect(check).toBe(entry);
    expect(command).toEqual(['config', 'validate']);
    expect(readFileSync(here(entry), 'utf8')).toMatch(
      /if \[ "\$\(id -u\)" -eq 0 \][\s\S]*exec setpriv --reuid=/,
    );
    if (process.platform !== 'win32') expect(statSync(here(entry)).mode & 0o111).toBe(0o111);
  });

  test('its health check is a command of the tool', async () => {
    expect((await run(['config', 'validate', '--help'])).code).toBe(0);
  });

  test('copies what is there, each under its own name', () => {
    const copies = of('COPY').map((rest) => rest.split(' '));
    const own = copies.filter(([from]) => !from?.startsWith('--from'));
    for (const [from = '', to] of own) expect([existsSync(from), to]).toEqual([true, `/app/${from}`]);
    const built = copies.filter(([from]) => from === '--from=build');
    for (const [, from, to] of built) expect(from).toBe(to);
  });

  test('has in it what the tool reads beside its sources when it runs', () => {
    const copied = new Set(of('COPY').map((rest) => here(rest.split(' ').at(-1) ?? '')));
    const { files, bin } = z
      .object({ files: z.array(z.string()), bin: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    // An example and schemas are for people and their editors.
    const needed = files.filter((name) => !['config.example.yaml', 'schemas'].includes(name));
    expect([...needed, 'package.json', 'node_modules'].filter((name) => !copied.has(name))).toEqual([]);
    for (const path of Object.values(bin))
      expect([...copied].some((name) => path.startsWith(`${name}/`))).toBe(true);
  });

  test('keeps nothing of a person in the image', () => {
    expect(readFileSync('.dockerignore', 'utf8').split('\n')[0]).toBe('*');
    expect(of('ENV').join(' ')).not.toMatch(/KEY|TOKEN|PASSWORD/);
  });
});

/** Sections with their keys. */
function unitOf(path: string): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const sections = new Map<string, (readonly [string, string])[]>();
  let section: (readonly [string, string])[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value = ''] = /^(\w+)=(.+)$/.exec(line) ?? [];
    if (name !== undefined) {
      section = [];
      sections.set(name, section);
    } else if (key !== undefined) section.push([key, value]);
    else expect(line).toMatch(/^(#.*)?$/);
  }
  return sections;
}

/** Of systemd.unit(5), systemd.service(5), systemd.exec(5) and systemd.timer(5), as far as they are used here. */
const unitKeys: Readonly<Record<string, readonly string[]>> = {
  Unit: ['Description', 'Wants', 'After'],
  Service: [
    ...['Type', 'ExecStart', 'SuccessExitStatus', 'DynamicUser', 'StateDirectory', 'ConfigurationDirectory'],
    ...['NoNewPrivileges', 'PrivateTmp', 'ProtectSystem', 'ProtectHome'],
  ],
  Timer: ['OnCalendar', 'RandomizedDelaySec', 'Persistent'],
  Install: ['WantedBy'],
};

/** Every flag of a command line is one of the command. */
async function expectKnownFlags(line: string): Promise<void> {
  const [, command = ''] = /arr-score (\w+)/.exec(line) ?? [];
  const help = `${(await run([command, '--help'])).out}${(await run(['--help'])).out}`;
  const flags = [...line.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
  expect(flags.length).toBeGreaterThan(0);
  for (const flag of flags) expect(help).toContain(flag);
}

describe('the examples', () => {
  test.each(['service', 'timer'])('arr-score.%s has known sections and keys', (kind) => {
    for (const [section, entries] of unitOf(`examples/arr-score.${kind}`)) {
      for (const [key] of entries) expect(unitKeys[section] ?? []).toContain(key);
    }
  });

  test('the service runs a command of the tool; the timer starts it every night', async () => {
    const service = new Map(unitOf('examples/arr-score.service').get('Service'));
    await expectKnownFlags(service.get('ExecStart') ?? '');
    const timer = new Map(unitOf('examples/arr-score.timer').get('Timer'));
    expect(timer.get('OnCalendar')).toMatch(/^\*-\*-\* \d\d:\d\d:\d\d$/);
    expect(unitOf('examples/arr-score.timer').get('Install')).toEqual([['WantedBy', 'timers.target']]);
  });

  test('the line for cron has a time that cron knows, and a command of the tool', async () => {
    const [line = '', ...more] = readFileSync('examples/crontab', 'utf8')
      .split('\n')
      .filter((one) => !/^(#|$)/.test(one));
    expect(more).toEqual([]);
    const [, pattern = '', command = ''] = /^((?:\S+ ){5})(.*)$/.exec(line) ?? [];
    expect(new Cron(pattern.trim(), { paused: true }).nextRun()).not.toBeNull();
    expect(command).not.toContain('%');
    await expectKnownFlags(command);
  });

  test('compose mounts what the image calls its volume', () => {
    const compose = z
      .object({
        services: z.record(
          z.string(),
          z.object({ volumes: z.array(z.string()), tmpfs: z.array(z.string()) }),
        ),
      })
      .parse(parse(readFileSync('examples/compose.yaml', 'utf8'), { strict: true, uniqueKeys: true }));
    const [service] = Object.values(compose.services);
    expect(service?.volumes.map((volume) => volume.split(':')[1])).toEqual(of('VOLUME'));
    expect(service?.tmpfs).toEqual(['/tmp']);
  });

  test('the template for Unraid is well-formed, hides keys, and sets only what the image knows', () => {
    const text = readFileSync('examples/unraid.xml', 'utf8');
    expect(unclosedIn(text)).toEqual([]);
    const configs = [...text.matchAll(/<Config ([^>]*)\/>/g)].map(([, attributes = '']) =>
      attributesOf(attributes),
    );
    expect(configs.length).toBe(text.split('<Config ').length - 1);
    for (const { Target = '', Mask } of configs)
      expect([Target, Mask]).toEqual([Target, String(/KEY/.test(Target))]);
    const known = `${readFileSync(join('docker', 'entrypoint.sh'), 'utf8')} ${of('ENV').join(' ')} ${of('VOLUME').join(' ')}`;
    const own = configs
      .map(({ Target = '' }) => Target)
      .filter((name) => !/^(RADARR|SONARR)_(URL|API_KEY)$/.test(name));
    for (const name of own) expect(known).toContain(name);
  });
});

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"<&]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Tags that nothing closes, or that close nothing. */
function unclosedIn(text: string): readonly string[] {
  const open: string[] = [];
  for (const [, end, name = '', self] of text.matchAll(/<(\/?)(\w+)(?: [^>]*?)?(\/?)>/g)) {
    if (end === '' && self === '') open.push(name);
    if (end === '/' && open.pop() !== name) return [`/${name}`];
  }
  return open;
}
