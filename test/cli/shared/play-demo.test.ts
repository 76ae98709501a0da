import { expect, test } from 'vitest';
import { playStory } from '../../../src/cli/shared/play-demo.ts';
import { createTalk } from '../../../src/cli/shared/talk.ts';
import { openStore } from '../../../src/store/open.ts';
import { configured } from '../../support/configured.ts';
import { testEffects } from '../../support/effects.ts';
import { aSimulator } from '../../support/simulated.ts';
import { aTerminal } from '../../support/terminal.ts';

test('a demo whose server cannot be read says so', async () => {
  await using simulator = await aSimulator('radarr', {
    faults: [{ kind: 'unauthorised', on: { count: null } }],
  });
  await using store = await openStore(':memory:', { use: 'collect' });
  const { stderr, err } = aTerminal();
  const talk = createTalk({ quiet: false, verbose: false, secrets: [], log: null, stderr });
  const instances = simulator.instances.map((one) => configured(one));
  expect(await playStory({ story: null, instances, store, talk }, testEffects())).toBe(1);
  expect(err()).toMatch(/^radarr: .+ refused the API key\n$/);
});
