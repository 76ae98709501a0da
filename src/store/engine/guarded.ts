import { AppError } from '../../lib/errors.ts';
import type { Engine, Work } from './engine.ts';

/** Work on a database whose errors say what to do. */
export interface Guarded {
  /** One transaction that writes: whole or not at all. */
  readonly write: <T>(work: (transaction: Work) => Promise<T>) => Promise<T>;
  /** One transaction that sees a single moment. */
  readonly read: <T>(work: (transaction: Work) => Promise<T>) => Promise<T>;
  /** Anything else. */
  readonly attempt: <T>(work: () => Promise<T>) => Promise<T>;
}

/** @throws {AppError} code `store` in place of errors of the driver that a person can mend */
export function guard({ db, explain, claim }: Engine): Guarded {
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw explained(cause, explain);
    }
  };
  return {
    attempt,
    write: (work) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          await claim(transaction);
          return work(transaction);
        }),
      ),
    read: (work) =>
      attempt(() =>
        db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
      ),
  };
}

/** The error a person should see. */
export function explained(cause: unknown, explain: Engine['explain']): unknown {
  const found = cause instanceof AppError ? null : explain(cause);
  return found === null ? cause : new AppError(found.message, { code: 'store', hint: found.hint, cause });
}
