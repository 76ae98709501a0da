import type { ConfigSource } from './config.ts';

const reasons: Readonly<Record<Extract<ConfigSource, { kind: 'file' }>['why'], string>> = {
  flag: 'named by --config',
  variable: 'named by ARR_SCORE_CONFIG',
  'working-folder': 'found in the working folder',
  'config-folder': 'found in your configuration folder',
  container: 'found in the folder mounted for it',
};

/** `nas.yaml, named by --config` */
export function describeSource(source: ConfigSource): string {
  if (source.kind === 'file') return `${source.path}, ${reasons[source.why]}`;
  return 'no file: RADARR_URL, SONARR_URL and their like are used';
}
