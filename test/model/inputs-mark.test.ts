import { expect, test } from 'vitest';
import { factsOf } from '../../src/model/changes/file-facts.ts';
import { definitionsMark, inputsMark } from '../../src/model/inputs-mark.ts';
import { aFile, anItem, aQuality } from '../support/builders.ts';

const plain = factsOf(aFile());

test.each([
  ['file name', { relativePath: 'other.mkv' }],
  ['release name', { sceneName: null }],
  ['original name', { originalFilePath: 'x.mkv' }],
  ['quality', { quality: aQuality({ id: 3 }) }],
  ['languages', { languages: [] }],
  ['no languages', { languages: null }],
  ['group', { releaseGroup: '' }],
  ['edition', { edition: 'IMAX' }],
  ['flags', { indexerFlags: { bits: 1, names: ['Freeleech'] } }],
  ['size', { sizeBytes: 1 }],
  ['original language', { originalLanguage: null }],
])('another %s is another input', (_what, only) => {
  expect(inputsMark({ ...plain, ...only })).not.toBe(inputsMark(plain));
});

test('what no format looks at is no input', () => {
  const other = aFile({
    item: anItem({ title: 'Other', isMonitored: false }),
    score: 5,
    dateAdded: new Date(0),
  });
  expect(inputsMark(factsOf(other))).toBe(inputsMark(plain));
});

test('definitions are what is matched by: not names, not their order', () => {
  const condition = { name: 'a', implementation: 'X', isNegated: false, isRequired: false, fields: {} };
  const one = { id: 1, name: 'One', includedWhenRenaming: false, specifications: [condition] };
  const two = { ...one, id: 2, specifications: [] };
  const mark = definitionsMark([one, two]);
  expect(definitionsMark([{ ...two, name: 'Renamed' }, one])).toBe(mark);
  expect(definitionsMark([one])).not.toBe(mark);
  expect(definitionsMark([{ ...one, specifications: [{ ...condition, isNegated: true }] }, two])).not.toBe(
    mark,
  );
});
