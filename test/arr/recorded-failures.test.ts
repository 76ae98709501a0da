import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeFailure, hintForFailure } from '../../src/model/arr-failure.ts';
import type { Service } from '../../src/model/service.ts';
import { readRecordedSet } from '../../src/simulator/fixtures.ts';
import type { RecordedAnswer } from '../../src/simulator/recorded-answer.ts';
import { aClient, failureOf } from '../support/client.ts';
import { aServer } from '../support/http-server.ts';

const sets = [
  ['radarr', 'own-errors'],
  ['radarr', 'own-damaged'],
  ['sonarr', 'own-errors'],
  ['sonarr', 'own-damaged'],
] as const;

test.each(sets)(
  'every recorded error answer of %s %s has its failure, sentence and mend',
  async (service, set) => {
    const answers = (await readRecordedSet(service, set)).filter(isApiError);
    const lines = new Set<string>();
    for (const answer of answers) lines.add(await told(service, answer));
    expect(lines.size).toBeGreaterThan(8);
    await expect(`${[...lines].join('\n')}\n`).toMatchFileSnapshot(`../golden/arr/${service}-${set}.txt`);
  },
);

function isApiError({ method, path, status }: RecordedAnswer): boolean {
  return method === 'GET' && status >= 300 && /^\/(radarr\/|sonarr\/)?api\//.test(path);
}

/** Set by Node itself, or of the recorded connection. */
const ownHeaders = ['transfer-encoding', 'content-length', 'content-encoding', 'date', 'connection'];

async function told(service: Service, { path, status, headers, body }: RecordedAnswer): Promise<string> {
  const kept = Object.entries(headers).filter(([name]) => !ownHeaders.includes(name));
  await using server = await aServer((_request, response) => {
    response.writeHead(status, Object.fromEntries(kept)).end(body);
  });
  await using client = aClient(server.url);
  const { failure } = await failureOf(client.get(path, z.unknown()));
  const words = `${describeFailure(failure)}\n    → ${hintForFailure(failure)}`;
  return `${service} ${status} ${path}\n  ${failure.kind}: ${words.replaceAll(/127\.0\.0\.1:\d+/g, 'host')}`;
}
