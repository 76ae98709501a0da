import { expect, test } from 'vitest';
import type { History } from '../../../src/analysis/shared/history.ts';
import { formatsBefore } from '../../../src/analysis/shared/replacement.ts';
import { aChange, aHit, aLibraryFile, anEvent, anIndex, aState } from '../../support/libraries.ts';

const file = aLibraryFile();

test('formats of the file before are told by the event or the change, and nothing by a slot that was empty', () => {
  const [replacement] = anIndex({
    files: [file],
    changes: [
      aChange(file, { kind: 'replaced', before: aState(file, { fileId: 9, formats: [aHit(1, 10)] }) }),
    ],
  }).replacements();
  if (replacement === undefined) throw new Error('there is a replacement');
  const past: Pick<History, 'events' | 'changes'> = {
    events: [anEvent(file, { formatsToday: [7, 8] })],
    changes: [
      aChange(file, { before: aState(file, { formats: [aHit(3, 5)] }) }),
      aChange(file, { before: null }),
    ],
  };
  expect(formatsBefore(past, { ...replacement, teller: 'events', toldAt: 0 })).toEqual([7, 8]);
  expect(formatsBefore(past, { ...replacement, teller: 'changes', toldAt: 0 })).toEqual([3]);
  expect(formatsBefore(past, { ...replacement, teller: 'changes', toldAt: 1 })).toEqual([]);
});
