import type { Config } from '../config/config.ts';
import type { HistoryQuestion } from './history-question.ts';
import { createJudges } from './judges.ts';
import { openStoreFor } from './open-store.ts';
import { type History, tellHistory } from './tell-history.ts';

/** Asks the store, which is read and never changed. @throws {AppError} code `store`, with what to do */
export async function askHistory(config: Pick<Config, 'store'>, question: HistoryQuestion): Promise<History> {
  await using store = await openStoreFor(config, 'read');
  return await tellHistory(store, question, createJudges());
}
