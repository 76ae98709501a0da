import { z } from 'zod';
import type { ArrClient } from '../../arr/client.ts';
import type { DecidingSettings, Rules } from '../../model/rules.ts';
import type { Service } from '../../model/service.ts';
import { FormatShape } from './format-shape.ts';
import { ProfileShape } from './profile-shape.ts';

const Settings = z
  .object({
    downloadPropersAndRepacks: z
      .enum(['preferAndUpgrade', 'doNotUpgrade', 'doNotPrefer'])
      .default('preferAndUpgrade'),
    seasonPackUpgrade: z.enum(['all', 'threshold', 'any']).optional(),
    seasonPackUpgradeThreshold: z.number().default(100),
  })
  .transform(
    ({ downloadPropersAndRepacks, seasonPackUpgrade, seasonPackUpgradeThreshold }): DecidingSettings => ({
      propersAndRepacks: downloadPropersAndRepacks,
      seasonPackUpgrade:
        seasonPackUpgrade === undefined
          ? null
          : { mode: seasonPackUpgrade, thresholdPercent: seasonPackUpgradeThreshold },
    }),
  );

/** Everything that decides scores and upgrades, in the server's order. Three calls. */
export async function readRules(client: ArrClient, service: Service): Promise<Rules> {
  const [formats, profiles, settings] = await Promise.all([
    client.get('/api/v3/customformat', z.array(FormatShape)),
    client.get('/api/v3/qualityprofile', z.array(ProfileShape)),
    client.get('/api/v3/config/mediamanagement', Settings),
  ]);
  return { service, profiles, formats, settings };
}
