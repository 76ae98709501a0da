import type { InstanceName } from '../model/instance.ts';
import type { Fault } from './faults/fault.ts';
import type { RandomFaults } from './faults/random-faults.ts';
import type { LibrarySource } from './open-library.ts';
import type { Authentication } from './web-page.ts';

/** How one simulated server is started; everything has a default. */
export interface InstanceOptions {
  /** Default `main`. */
  readonly name?: string;
  /** Default: 32 hexadecimal digits made from service and name. */
  readonly apiKey?: string;
  /** `/radarr`; default none. */
  readonly urlBase?: string;
  /** Default `forms`; `none` and `external` hand out the key without login, as such servers do. */
  readonly authentication?: Authentication;
  /** Default: the recorded set `own-small`. */
  readonly library?: LibrarySource;
  /** 0, the default: a free one. */
  readonly port?: number;
  /** `real`: answers take as long as those of a real server. Default `none`. */
  readonly cost?: Cost;
  /** Added to every answer, in milliseconds. */
  readonly latencyMs?: number;
  readonly faults?: readonly Fault[];
  readonly randomFaults?: RandomFaults;
}

/** Whether answers cost what they cost on a real server. */
export type Cost = 'none' | 'real';

/** A simulated server that listens. */
export interface RunningInstance extends InstanceName {
  /** With its url base: `http://127.0.0.1:40123/radarr`. */
  readonly url: string;
  readonly apiKey: string;
}
