import { stringify } from 'yaml';
import { services } from '../model/service.ts';
import { configSchema } from './schema.ts';
import { pathKey, type Setting } from './setting.ts';
import { type LeafShape, type Shape, shapeAt, shapeOf } from './shape.ts';

interface Writing {
  readonly settings: readonly Setting[];
  /** Says of each key what it does, and shows those that are not set. */
  readonly isExplained: boolean;
}

/** Where a line goes: `margin`, then `# ` when its block is commented out, then the indentation within it. */
interface Spot {
  readonly path: readonly string[];
  readonly margin: string;
  readonly mark: string;
}

/**
 * A configuration as YAML, references kept. The first instance shows everything that can be set.
 *
 * @param settings  those to write; instances keep their order within a service
 */
export function renderConfig(settings: readonly Setting[]): string {
  const instance = instanceShape();
  const blocks: string[] = [];
  for (const service of services) {
    const own = settings.filter(({ path }) => path[0] === service);
    const names = new Set(own.flatMap(({ path }) => path.slice(1, 2)));
    const lines = [...names].flatMap((name, index) => {
      const isExplained = blocks.length === 0 && index === 0;
      const spot = { path: [service, name], margin: '    ', mark: '' };
      const inside = block(instance, spot, { settings, isExplained });
      return [`  ${yamlText(name)}:`, ...inside];
    });
    if (lines.length > 0) blocks.push([`${service}:`, ...lines, ''].join('\n'));
  }
  return [...blocks, ...besideInstances({ settings, isExplained: true })].join('\n');
}

/** What belongs to no server. */
function besideInstances(writing: Writing): readonly string[] {
  const shape = shapeOf(configSchema);
  if (shape.kind !== 'object') return [];
  return [...shape.keys].flatMap(([key, member]) => {
    if (services.some((service) => service === key)) return [];
    const spot = { path: [], margin: '', mark: '' };
    return [[...explanation(member, '', true), ...entry(key, member, { spot, writing }), ''].join('\n')];
  });
}

function instanceShape(): Exclude<Shape, LeafShape> {
  const shape = shapeAt(shapeOf(configSchema), ['radarr', 'NAME']);
  if (shape === null || shape.kind === 'leaf') throw new TypeError('an instance has keys');
  return shape;
}

function* block(
  shape: Exclude<Shape, LeafShape>,
  spot: Spot,
  writing: Writing,
): Generator<string, void, void> {
  let isFirst = true;
  for (const [key, member] of membersOf(shape, spot.path, writing)) {
    if (writing.isExplained && spot.mark === '') yield* explanation(member, spot.margin, isFirst);
    yield* entry(key, member, { spot, writing });
    isFirst = false;
  }
}

function* explanation(
  { description }: Shape,
  margin: string,
  isFirst: boolean,
): Generator<string, void, void> {
  if (description === '') return;
  if (!isFirst) yield '';
  yield `${margin}# ${description}`;
}

function* entry(
  key: string,
  member: Shape,
  { spot, writing }: { readonly spot: Spot; readonly writing: Writing },
): Generator<string, void, void> {
  const path = [...spot.path, key];
  const mark = spot.mark === '' && !isSaid(path, writing) ? '# ' : spot.mark;
  const lead = `${spot.margin}${mark}${yamlText(key)}:`;
  if (member.kind === 'leaf') return yield `${lead} ${leafText(member, path, writing)}`;
  yield lead;
  const inner =
    mark === '' ? { margin: `${spot.margin}  `, mark } : { margin: spot.margin, mark: `${mark}  ` };
  yield* block(member, { path, ...inner }, writing);
}

function membersOf(
  shape: Exclude<Shape, LeafShape>,
  path: readonly string[],
  { settings, isExplained }: Writing,
): readonly (readonly [string, Shape])[] {
  if (shape.kind === 'object') {
    return [...shape.keys].filter(([key]) => isExplained || isSaid([...path, key], { settings }));
  }
  const said = settings
    .filter((setting) => isWithin(path, setting))
    .flatMap((setting) => setting.path.slice(path.length, path.length + 1));
  const keys = said.length === 0 && isExplained ? [nameFor(shape.value)] : said;
  return keys.map((key) => [key, shape.value]);
}

/** A name to show where there is none: of a header, of an output. */
function nameFor(value: Shape): string {
  return value.kind === 'leaf' ? 'X-Gateway-Token' : 'page';
}

function isSaid(path: readonly string[], { settings }: Pick<Writing, 'settings'>): boolean {
  return settings.some((setting) => isWithin(path, setting));
}

function isWithin(start: readonly string[], { path }: Setting): boolean {
  return pathKey(path.slice(0, start.length)) === pathKey(start);
}

function leafText(shape: LeafShape, path: readonly string[], { settings }: Writing): string {
  const setting = settings.find((candidate) => pathKey(candidate.path) === pathKey(path));
  if (setting === undefined) return yamlText(shape.standard ?? shape.example);
  const { reference, value } = setting;
  return reference === null ? yamlText(value) : `${reference.tag} ${yamlText(reference.text)}`;
}

function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trim();
}
