/** The kinds of server that can be read. */
export const services = ['radarr', 'sonarr'] as const;

/** One kind of server. */
export type Service = (typeof services)[number];

/** What the server calls itself in `appName` of `GET /api/v3/system/status`. */
export const appNames: Readonly<Record<Service, string>> = { radarr: 'Radarr', sonarr: 'Sonarr' };
