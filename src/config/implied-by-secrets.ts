import type { Found } from './read-settings.ts';
import type { SecretsFile } from './secrets-file.ts';
import { pathKey, type Setting } from './setting.ts';

/** What an instance leaves out and `secrets.yml` has as `NAME_base_url` or `NAME_api_key`, as Recyclarr does it. */
export function impliedBySecrets(found: readonly Found[], secrets: SecretsFile): readonly Setting[] {
  const said = found.flatMap((one) => {
    if (one.kind === 'setting') return [pathKey(one.setting.path)];
    return one.kind === 'finding' ? [pathKey(one.finding.meant ?? one.finding.path)] : [];
  });
  const instances = found.filter((one) => one.kind === 'block').filter(({ path }) => path.length === 2);
  return instances.flatMap(({ path: [service = '', name = ''], place }) => {
    return ['base_url', 'api_key'].flatMap((key): Setting[] => {
      const [path, text] = [[service, name, key], `${name}_${key}`];
      if (said.includes(pathKey(path)) || !secrets.values.has(text)) return [];
      const reference = { tag: '!secret', text };
      return [{ path, value: null, origin: { kind: 'file', place }, reference }];
    });
  });
}
