import type { InstanceName } from '../model/instance.ts';
import type { ProxySettings } from '../model/proxy-settings.ts';
import type { ConfigProblem } from './problem.ts';

/** One configured server. */
export interface InstanceConfig extends InstanceName {
  /** No slash at the end. */
  readonly baseUrl: string;
  /** For links that people click. */
  readonly externalUrl: string;
  readonly apiKey: string;
  readonly enabled: boolean;
  readonly workers: number;
  readonly chunkSize: number;
  readonly timeouts: {
    readonly listFirstByteMs: number;
    readonly listIdleMs: number;
    readonly otherMs: number;
    readonly connectMs: number;
  };
  readonly maxRequestsPerSecond: number | null;
  /** PEM. */
  readonly ca: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowInsecure: boolean;
}

/** One configured output of `report`. */
export interface OutputConfig {
  /** A name of the user's choice: `page`. */
  readonly output: string;
  /** As configured, names of formats: `dashboard,csv`. */
  readonly format: string;
  /** `arr-score-{date}` */
  readonly name: string;
  /** An absolute path; null: the working folder. */
  readonly folder: string | null;
  readonly latest: boolean;
  /** Days; null: all. */
  readonly keep: number | null;
  readonly redact: boolean;
  readonly full: boolean;
}

/** Where the configuration comes from, and why from there. */
export type ConfigSource =
  | {
      readonly kind: 'file';
      /** As people may type it: relative when it was given so or lies in the working folder. */
      readonly path: string;
      readonly why: 'flag' | 'variable' | 'working-folder' | 'config-folder' | 'container';
    }
  /** No file: `RADARR_URL` and its like alone. */
  | { readonly kind: 'environment' };

/** All that the user decides, checked. */
export interface Config {
  /** As configured, Radarr's first; the ones that are off too. */
  readonly instances: readonly InstanceConfig[];
  readonly proxy: ProxySettings;
  /** Where the history is kept: an absolute path, or the address of a PostgreSQL database with its password. */
  readonly store: string;
  /** What `report` writes; empty: its flags and defaults decide. */
  readonly outputs: readonly OutputConfig[];
  /** Keys, values of extra headers, passwords of proxies: what no log line may hold. None under 6 letters. */
  readonly secrets: readonly string[];
  readonly warnings: readonly ConfigProblem[];
  readonly source: ConfigSource;
}
