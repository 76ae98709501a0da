import { openStore } from '../store/open.ts';
import type { HistoryQuestion } from './history-question.ts';
import { createJudges } from './judges.ts';
import { type History, tellHistory } from './tell-history.ts';

/** Asks a store, which is read and never changed. @throws {AppError} code `store`, with what to do */
export async function askHistory(place: string, question: HistoryQuestion): Promise<History> {
  await using store = await openStore(place, { use: 'read' });
  return await tellHistory(store, question, createJudges());
}
