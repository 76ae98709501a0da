import type { Slot } from '../../model/slot.ts';
import type { Guarded } from '../engine/guarded.ts';
import type { FilePage, FilesQuestion, Queries } from '../queries.ts';
import { daysOf } from './days.ts';
import { readFilePage } from './file-page.ts';
import { slotsTitled } from './find-slots.ts';
import { loadViews } from './instance-view.ts';
import { byTime, ofAll, readLibrary } from './load-library.ts';
import { ruleChangesOf } from './rule-changes.ts';
import { runsOf } from './runs.ts';
import { streamChanges, streamEvents, streamScores } from './streams.ts';
import { timelineOf } from './timeline.ts';

/** Questions, each answered from a single moment. */
export function createQueries(guarded: Guarded): Queries {
  const { read } = guarded;
  return {
    loadLibrary: (question) => read((work) => readLibrary(work, question)),
    files: (question) => filesOf(guarded, question),
    findSlots: (question) =>
      read(async (work) => {
        const views = await loadViews(work, question.instances);
        const found = await ofAll(views, (view) => slotsTitled(view, question));
        return found.toSorted(byTitle).slice(0, question.limit);
      }),
    timeline: (slot, judges) =>
      read(async (work) => {
        const [view] = await loadViews(work, [slot.instance]);
        return view === undefined ? { changes: [], events: [] } : timelineOf(view, slot, judges);
      }),
    changes: (question) => streamChanges(guarded, question),
    ruleChanges: ({ instances, since }) =>
      read(async (work) =>
        byTime(await ofAll(await loadViews(work, instances), (view) => ruleChangesOf(view, since))),
      ),
    days: ({ instances, since }) =>
      read(async (work) => {
        const days = await ofAll(await loadViews(work, instances), (view) => daysOf(view, since));
        return days.toSorted((a, b) => byText(a.day, b.day));
      }),
    runs: (question) => read((work) => runsOf(work, question)),
    scoresAt: (question) => streamScores(guarded, question),
    events: (question) => streamEvents(guarded, question),
  };
}

async function* filesOf({ read }: Guarded, question: FilesQuestion): AsyncGenerator<FilePage> {
  let { after } = question;
  for (;;) {
    const page: FilePage = await read((work) => readFilePage(work, { ...question, after }));
    if (page.next === null) return;
    yield page;
    after = page.next;
  }
}

function byTitle(a: Slot, b: Slot): number {
  return byText(a.title, b.title);
}

/** By UTF-16 unit: the same everywhere. */
function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
