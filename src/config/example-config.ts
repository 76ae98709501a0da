import { renderConfig } from './render-config.ts';
import type { Setting } from './setting.ts';

/** The text of config.example.yaml: everything that can be set, with keys that are refused until replaced. */
export function exampleConfig(): string {
  return `${head}\n${renderConfig(settings)}`;
}

const head = `# yaml-language-server: $schema=schemas/config.schema.json
#
# Every key of the configuration of arr-score. Copy this file to arr-score.yaml, or let "arr-score init" write one.
# What is commented out shows its default or an example. See docs/configuration.md.
`;

const settings: readonly Setting[] = [
  example(['radarr', 'main', 'base_url'], 'http://localhost:7878'),
  example(['radarr', 'main', 'api_key'], 'your-radarr-api-key'),
  example(['sonarr', 'main', 'base_url'], 'http://localhost:8989'),
  example(['sonarr', 'main', 'api_key'], 'your-sonarr-api-key'),
];

function example(path: readonly string[], value: string): Setting {
  const place = { file: 'config.example.yaml', line: 1, column: 1 };
  return { path, value, origin: { kind: 'file', place }, reference: null };
}
