import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStory } from '../../src/simulator/fixtures.ts';
import { packStory, unpackStory } from '../../src/simulator/packed-story.ts';
import { aSimulator, ask } from '../support/simulated.ts';

const recordings = '../shared/recordings';

test('a packed story says what the story said', () => {
  const step = (score: number) => [
    answer('/api/v3/tag', [
      { id: 1, label: 'a' },
      { id: 2, label: 'b' },
    ]),
    answer('/api/v3/system/status', { version: '1', score }),
    answer('/api/v3/history', { page: 1, sortKey: 'date', records: [{ id: 1, score }] }),
  ];
  const packed = packStory([step(1), step(2)]);
  expect(packed.match(/"label":"a"/g)).toHaveLength(1);
  const bodies = unpackStory(packed).map((answers) =>
    answers.map(({ body }): unknown => JSON.parse(String(body))),
  );
  expect(bodies).toEqual(
    [step(1), step(2)].map((answers) => answers.map(({ body }): unknown => JSON.parse(body))),
  );
});

function answer(path: string, body: unknown) {
  const headers = { 'x-application-version': '1.2' };
  const asked = { method: 'GET', path, requestHeaders: {} };
  return { ...asked, status: 200, headers, body: JSON.stringify(body), note: null, group: null };
}

test.each(['radarr', 'sonarr'] as const)(
  'the story of %s moves on while the server runs',
  async (service) => {
    await using simulator = await aSimulator(service, { library: { kind: 'story' } });
    const profiles = async () => (await ask(simulator.instance, '/api/v3/qualityprofile')).text;
    const before = await profiles();
    simulator.story.goTo(1);
    const after = await profiles();
    simulator.story.goTo(0);
    expect(simulator.story.steps).toBe(21);
    expect(after).not.toBe(before);
    expect(await profiles()).toBe(before);
  },
);

test('a story can begin in the middle, and has no step behind its last', async () => {
  await using simulator = await aSimulator('radarr', { library: { kind: 'story', step: 20 } });
  expect(() => simulator.story.goTo(21)).toThrow(RangeError);
  await expect(aSimulator('radarr', { library: { kind: 'story', step: 99 } })).rejects.toThrow(RangeError);
});

test.skipIf(!existsSync(recordings)).each(['radarr', 'sonarr'] as const)(
  'each step of the story of %s answers as recorded (skipped without the recordings)',
  async (service) => {
    const recorded = await readStory(service, `${recordings}/${service}/story`);
    await using simulator = await aSimulator(service, { library: { kind: 'story' } });
    for (const [step, answers] of recorded.entries()) {
      simulator.story.goTo(step);
      for (const { path, body } of answers.filter((one) => !one.path.endsWith('/status'))) {
        const got = await ask(simulator.instance, path);
        expect(JSON.parse(got.text), `step ${step} ${path}`).toEqual(JSON.parse(String(body)));
      }
    }
  },
);
