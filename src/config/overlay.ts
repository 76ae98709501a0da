import type { Environment } from './environment.ts';
import { nearestKey } from './nearest-key.ts';
import { type Finding, pathKey, type Setting } from './setting.ts';
import type { Shape } from './shape.ts';

const prefix = 'ARR_SCORE__';

/** Values laid over those of the file. */
export interface Overlay {
  readonly settings: readonly Setting[];
  readonly findings: readonly Finding[];
}

/** What can be set: the schema, and the names the user chose in it. */
export interface Settable {
  readonly shape: Shape;
  /** Paths that are there: instances, headers. */
  readonly present: readonly (readonly string[])[];
}

/** One thing said outside the file. */
interface Said {
  /** As said: the name of the variable, or the flag. */
  readonly label: string;
  readonly words: string;
  readonly value: string;
  readonly kind: 'variable' | 'flag';
  readonly separator: string;
}

/** Every variable `ARR_SCORE__RADARR__MAIN__WORKERS`; an empty one counts as not set. */
export function overlayVariables(environment: Environment, settable: Settable): Overlay {
  const said = Object.entries(environment).flatMap(([name, value]): Said[] => {
    if (!name.toUpperCase().startsWith(prefix) || value === undefined || value.trim() === '') return [];
    const words = name.slice(prefix.length);
    return [{ label: name, words, value: value.trim(), kind: 'variable', separator: '__' }];
  });
  return overlay(
    said.toSorted((one, other) => (one.label < other.label ? -1 : 1)),
    settable,
  );
}

/** Every flag `--set radarr.main.workers=3`; of two for the same value the later wins. */
export function overlayFlags(flags: readonly string[], settable: Settable): Overlay {
  const latest = new Map<string, Said>();
  const findings: Finding[] = [];
  for (const flag of flags) {
    const [words = '', value] = flag.split(/=(.*)/s, 2);
    const label = `--set ${words}`;
    if (value === undefined) findings.push(wrong(label, 'has no value', 'Write --set radarr.main.workers=3'));
    else latest.set(plain(words), { label, words, value, kind: 'flag', separator: '.' });
  }
  const laid = overlay([...latest.values()], settable);
  return { settings: laid.settings, findings: [...findings, ...laid.findings] };
}

function overlay(said: readonly Said[], settable: Settable): Overlay {
  const settings = new Map<string, Setting>();
  const findings: Finding[] = [];
  for (const one of said) {
    const [path, second] = fitting(one, settable);
    const origin = { kind: one.kind, name: one.label };
    if (path === undefined) findings.push(wrong(one.label, 'fits no setting', hintFor(one, settable)));
    else if (second !== undefined)
      findings.push(
        wrong(one.label, `fits two settings: ${path.join('.')} and ${second.join('.')}`, 'Rename one'),
      );
    else if (settings.has(pathKey(path))) findings.push(wrong(one.label, 'is there twice', 'Unset one'));
    else settings.set(pathKey(path), { path, value: one.value, origin, reference: null });
  }
  return { settings: [...settings.values()], findings };
}

/** The settings that a name may mean; a header may also be new. */
function fitting({ words, separator }: Said, { shape, present }: Settable): readonly (readonly string[])[] {
  const all = [...paths(shape, present, [])];
  const same = all.filter(({ path, isOpen }) => !isOpen && plain(path.join(separator)) === plain(words));
  if (same.length > 0) return same.map(({ path }) => path);
  return all.flatMap(({ path, isOpen }) => {
    const start = plain(path.join(separator) + separator);
    if (!isOpen || !plain(words).startsWith(start) || words.length === start.length) return [];
    return [[...path, words.slice(start.length).toLowerCase().replaceAll('_', '-')]];
  });
}

interface KnownPath {
  readonly path: readonly string[];
  /** A block whose values have names of the user's choice. */
  readonly isOpen: boolean;
}

function* paths(
  shape: Shape,
  present: Settable['present'],
  path: readonly string[],
): Generator<KnownPath, void, void> {
  if (shape.kind === 'leaf') return yield { path, isOpen: false };
  if (shape.kind === 'object') {
    for (const [key, member] of shape.keys) yield* paths(member, present, [...path, key]);
    return;
  }
  if (shape.value.kind === 'leaf') yield { path, isOpen: true };
  const names = present
    .filter((other) => other.length > path.length && pathKey(other.slice(0, path.length)) === pathKey(path))
    .map((other) => other[path.length] ?? '');
  for (const name of new Set(names)) yield* paths(shape.value, present, [...path, name]);
}

function hintFor({ words, separator, kind }: Said, { shape, present }: Settable): string {
  const known = [...paths(shape, present, [])].map(({ path }) => path.join(separator));
  const meant = nearestKey(words, known);
  const spell = (path: string): string => (kind === 'variable' ? prefix + plain(path) : path);
  if (meant !== null) return `Did you mean ${spell(meant)}?`;
  const instances = new Set(
    present
      .filter(({ length, 0: block }) => length > 1 && block !== 'outputs')
      .map((path) => path.slice(0, 2).join('/')),
  );
  const names = instances.size === 0 ? 'there are none' : [...instances].join(', ');
  return `Write ${spell(['radarr', 'NAME', 'base_url'].join(separator))}; instances: ${names}`;
}

/** The spelling of names is free in case and in what joins their words. */
function plain(words: string): string {
  return words.toUpperCase().replaceAll(/[- ]/g, '_');
}

function wrong(label: string, message: string, hint: string): Finding {
  return { path: [label], message, hint, place: null, meant: null };
}
