import { stringify } from 'yaml';
import { services } from '../model/service.ts';
import { describeSource } from './describe-source.ts';
import type { Gathered } from './gather-settings.ts';
import { type ConfigRequest, loadWithSources } from './load-config.ts';
import type { Settings } from './schema.ts';
import { pathKey, type Setting } from './setting.ts';
import { shapeAt } from './shape.ts';

const mask = '********';

/**
 * The configuration in force, as YAML, each value with where it comes from; keys and other secrets are masked.
 *
 * @throws {ConfigError}
 */
export async function showConfig(request: ConfigRequest): Promise<string> {
  const { config, gathered, settings } = await loadWithSources(request);
  const lines: Line[] = [];
  for (const service of services) {
    const names = config.instances.filter((instance) => instance.service === service);
    if (names.length > 0) lines.push({ text: `${service}:`, note: '' });
    for (const { name } of names) {
      lines.push({ text: `  ${oneLine(name)}:`, note: '' });
      lines.push(...valueLines([service, name], '    ', { gathered, settings }));
    }
  }
  lines.push({ text: `store: ${oneLine(withoutLogin(config.store))}`, note: noteFor(['store'], gathered) });
  if (config.outputs.length > 0) lines.push({ text: 'outputs:', note: '' });
  lines.push(...valueLines(['outputs'], '  ', { gathered, settings }));
  const { httpProxy, httpsProxy, noProxy } = config.proxy;
  const proxies = Object.entries({ HTTP_PROXY: httpProxy, HTTPS_PROXY: httpsProxy, NO_PROXY: noProxy });
  const proxyLines = proxies.flatMap(([name, value]) =>
    value === null ? [] : [`# ${name}: ${withoutLogin(value)}`],
  );
  return [`# ${describeSource(config.source)}`, ...aligned(lines), ...proxyLines, ''].join('\n');
}

interface Line {
  readonly text: string;
  readonly note: string;
}

interface Known {
  readonly gathered: Gathered;
  readonly settings: Settings;
}

function* valueLines(path: readonly string[], indent: string, known: Known): Generator<Line, void, void> {
  const shape = shapeAt(known.gathered.shape, path);
  const value = valueAt(known.settings, path);
  if (shape === null || typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const member = shapeAt(shape, [key]);
    if (member?.kind === 'leaf') {
      const text = `${indent}${oneLine(key)}: ${member.isSecret ? oneLine(mask) : oneLine(inner)}`;
      yield { text, note: noteFor([...path, key], known.gathered) };
    } else if (hasEntries(inner)) {
      yield { text: `${indent}${oneLine(key)}:`, note: '' };
      yield* valueLines([...path, key], `${indent}  `, known);
    }
  }
}

function noteFor(path: readonly string[], { settings }: Gathered): string {
  const setting = settings.findLast((candidate) => pathKey(candidate.path) === pathKey(path));
  return setting === undefined || setting.value === null ? 'default' : originText(setting);
}

function originText({ origin, reference }: Setting): string {
  if (origin.kind !== 'file') return origin.name;
  const place = `${origin.place.file}:${origin.place.line}`;
  return reference === null ? place : `${place} by ${reference.tag}`;
}

function aligned(lines: readonly Line[]): readonly string[] {
  const width = Math.max(...lines.map(({ text }) => text.length));
  return lines.map(({ text, note }) => (note === '' ? text : `${text.padEnd(width)}  # ${note}`));
}

function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null
      ? Object.entries(value).find(([own]) => own === key)?.[1]
      : null;
  }, settings);
}

function hasEntries(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function withoutLogin(url: string): string {
  return url.replace(/\/\/[^/@]*@/, `//${mask}@`);
}

function oneLine(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trim();
}
