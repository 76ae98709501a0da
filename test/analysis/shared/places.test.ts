import { expect, test } from 'vitest';
import { findPlaces } from '../../../src/analysis/shared/places.ts';
import { aLibraryFile, anIndex, anInstance, instancesOf, slotOf } from '../../support/libraries.ts';

test('two instances that hold the same item each have a place for it', () => {
  const file = aLibraryFile({ fileId: 1, instance: 'a' });
  const [a = anInstance()] = instancesOf([file]);
  const items = new Map([[file.item.id, file.item]]);
  const b = { ...a, instance: { service: 'radarr', name: 'b' } as const };
  const { files, groups } = anIndex({
    files: [file],
    instances: [
      { ...a, items },
      { ...b, items },
    ],
  });
  const placeOf = findPlaces(files, groups);
  const slot = slotOf(file);
  expect(placeOf(slot)).toMatchObject({ indexed: files[0], group: { instanceKey: 'radarr/a' } });
  expect(placeOf({ ...slot, instance: b.instance })).toMatchObject({
    indexed: null,
    group: { instanceKey: 'radarr/b' },
  });
  expect(placeOf({ ...slot })).toBe(placeOf(slot));
});
