import type { Library, LibraryFile } from '../../src/model/library.ts';
import { createPageModel, type PageModel } from '../../src/outputs/dashboard/client/logic/page-model.ts';
import type { PageLibrary } from '../../src/outputs/dashboard/client/logic/unpack-report.ts';
import { packHistory } from '../../src/outputs/dashboard/pack-history.ts';
import type { OfSlot } from '../../src/outputs/dashboard/packing.ts';
import { aFile, anItem, aProfile } from './builders.ts';
import { aHostileReport } from './hostile-report.ts';

/** A file of a library; a test names only what it is about. */
export function aLibraryFile(only: Partial<LibraryFile> = {}): LibraryFile {
  return { ...aFile(only), staleSince: null, ...only };
}

/** What the page works on, with these files of one Radarr. */
export function aPageModel(files: readonly LibraryFile[], only: Partial<Library> = {}): PageModel {
  const hostile = aHostileReport();
  const [instance] = hostile.library.instances;
  if (instance === undefined) throw new Error('there is an instance');
  const profiles = [...new Map(files.map(({ profile }) => [profile.id, profile])).values()];
  const rules = { ...instance.rules, profiles };
  const library = {
    ...hostile.library,
    files,
    instances: [{ ...instance, rules, skipped: [] }],
    ...only,
    ...pastOf({ files, events: [], changes: [], ...only }),
  };
  return createPageModel({
    ...hostile,
    library,
    sections: [],
    version: '1.0.0',
    isRedacted: false,
    isFull: false,
    cut: {},
  });
}

/** The past as the page tells it. */
function pastOf(library: Parameters<typeof packHistory>[0]): Pick<PageLibrary, 'events' | 'changes'> {
  const { slots, events, changes } = packHistory(library, null);
  const onSlot = <T extends OfSlot<PageLibrary['events' | 'changes'][number]>>(one: T) => {
    const slot = slots[one.slot];
    if (slot === undefined) throw new Error('the slot is there');
    return { ...one, slot };
  };
  return { events: events.map(onSlot), changes: changes.map(onSlot) };
}

/** Films with these scores under one profile: minimum 0, cutoff 100. */
export function someFilms(scores: readonly number[]): readonly LibraryFile[] {
  const profile = aProfile();
  return scores.map((score, at) =>
    aLibraryFile({
      fileId: at + 1,
      profile,
      score,
      formats: score === 0 ? [] : [{ id: 1, name: 'HDR', score }],
      item: anItem({ id: at + 1, title: `Film ${String.fromCharCode(65 + at)}`, tmdbId: 100 + at }),
    }),
  );
}
