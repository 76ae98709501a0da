import { expect, test } from 'vitest';
import { isMap } from 'yaml';
import { entriesOf } from '../../src/config/yaml-entries.ts';
import { parseYaml } from '../../src/config/yaml-file.ts';

/** The keys of the last block of a text, each with what stands there. */
function keysOf(text: string): readonly string[] {
  const { document } = parseYaml(text, 'nas.yaml');
  const last = isMap(document.contents) ? document.contents.items.at(-1)?.value : null;
  if (!isMap(last)) throw new Error('the text ends in a block');
  return entriesOf(last, document).map(({ key, node }) => `${key}: ${node?.toString() ?? 'nothing'}`);
}

test('a block has its own keys first, then those it merges in; its own win, then the first merged', () => {
  const text = 'one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nmain: {<<: [*one, *two], a: 0}\n';
  expect(keysOf(text)).toEqual(['a: 0', 'b: 1', 'c: 2']);
});

test('a block that merges itself, or nothing that could be merged, has its own keys', () => {
  expect(keysOf('main: &main {a: 1, <<: *main}\n')).toEqual(['a: 1']);
  expect(keysOf('main: {a: 1, <<: text}\n')).toEqual(['a: 1']);
});

test('names are text whatever they look like, and what is no name is no key', () => {
  expect(keysOf('main:\n  4k: 1\n  2160: 2\n  ? [a, b]\n  : 3\n  empty:\n  ? lonely\n')).toEqual([
    '4k: 1',
    '2160: 2',
    'empty: null',
    'lonely: nothing',
  ]);
});
