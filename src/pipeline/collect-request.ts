import type { InstanceConfig } from '../config/config.ts';
import type { ProxySettings } from '../model/proxy-settings.ts';
import type { Store } from '../store/store.ts';
import type { Judges } from './judges.ts';
import type { TellReading } from './reading-event.ts';

/** What to collect, and where to. */
export interface CollectRequest {
  readonly instances: readonly InstanceConfig[];
  readonly proxy: ProxySettings;
  readonly store: Store;
  /** null: carried for Radarr, asked for Sonarr, whose list of files computes the formats anyway. */
  readonly plan: 'asked' | 'carried' | null;
  readonly acceptNewServer: boolean;
  /** Whether the servers' own history is read, too. */
  readonly withHistory: boolean;
  readonly judges: Judges;
  readonly tell: TellReading;
}
