import type { CustomFormat } from './custom-format.ts';
import type { QualityProfile } from './quality-profile.ts';
import type { Service } from './service.ts';

/** All that decides scores and upgrades on one server, at one moment. */
export interface Rules {
  readonly service: Service;
  readonly profiles: readonly QualityProfile[];
  readonly formats: readonly CustomFormat[];
  readonly settings: DecidingSettings;
}

/** The settings outside profiles and formats that decide. Source: `GET /api/v3/config/mediamanagement`. */
export interface DecidingSettings {
  /** What a better revision of the same quality is worth. */
  readonly propersAndRepacks: PropersAndRepacks;
  /** When a season pack may replace episodes; null for Radarr and for older Sonarrs. */
  readonly seasonPackUpgrade: SeasonPackUpgrade | null;
}

/** The server's `downloadPropersAndRepacks`. */
export type PropersAndRepacks = 'preferAndUpgrade' | 'doNotUpgrade' | 'doNotPrefer';

/** The server's `seasonPackUpgrade` and its threshold. */
export interface SeasonPackUpgrade {
  readonly mode: 'all' | 'threshold' | 'any';
  /** Share of episodes that must gain, in percent; counts for `threshold` only. */
  readonly thresholdPercent: number;
}
