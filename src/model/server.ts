/** What a server says of itself. Source: `GET /api/v3/system/status`. */
export interface Server {
  /** `Radarr`, `Sonarr`, or whatever else answered. */
  readonly appName: string;
  /** `6.1.0.10300` */
  readonly version: string;
  /** `/radarr`, or empty. */
  readonly urlBase: string;
  /** Decides whether `\` separates folders in its paths. */
  readonly isWindows: boolean;
  /** `forms`, `none`, `external` …; null where the server does not say. */
  readonly authentication: string | null;
}
