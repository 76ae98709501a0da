import { expect, test } from 'vitest';
import { merge } from '../../src/lib/merge.ts';

interface Told {
  readonly at: number;
  readonly by: string;
}

async function* stream(by: string, times: readonly number[], asked: string[] = []): AsyncGenerator<Told> {
  for (const at of times) {
    asked.push(`${by}${at}`);
    yield { at, by };
  }
}

const byTime = (a: Told, b: Told): number => a.at - b.at;

test('streams are told in one order, equals by the order of the streams', async () => {
  const streams = [stream('a', [1, 4, 4]), stream('b', []), stream('c', [1, 2, 4, 9])];
  const told = await Array.fromAsync(merge(streams, byTime), ({ by, at }) => `${by}${at}`);
  expect(told).toEqual(['a1', 'c1', 'c2', 'a4', 'a4', 'c4', 'c9']);
});

test('no stream is asked for more than the next', async () => {
  const asked: string[] = [];
  for await (const { at } of merge([stream('a', [1, 5, 6], asked), stream('b', [2, 3], asked)], byTime)) {
    if (at === 2) break;
  }
  expect(asked).toEqual(['a1', 'b2', 'a5']);
});
