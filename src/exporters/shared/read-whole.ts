import type { z } from 'zod';
import { ArrError } from '../../arr/arr-error.ts';
import type { ArrClient } from '../../arr/client.ts';

/** What an array may hold. */
export interface WholeArray<T> {
  readonly shape: z.ZodType<T>;
  /** Far more rows than there can be; memory is finite. */
  readonly mostRows: number;
}

/**
 * One array as a list: for arrays whose elements are needed together, such as the files of one series.
 *
 * @throws {ArrError} kind `body` when it has more rows than it may
 */
export async function readWhole<T>(
  client: ArrClient,
  path: string,
  { shape, mostRows }: WholeArray<T>,
): Promise<readonly T[]> {
  const elements: T[] = [];
  await client.list(path, shape, {
    take: (element) => {
      if (elements.push(element) <= mostRows) return;
      const problem = `it has over ${mostRows.toLocaleString('en')} rows, far more than there can be`;
      throw new ArrError({ kind: 'body', url: path.replace(/\?.*$/, ''), problem });
    },
    restart: () => elements.splice(0),
  });
  return elements;
}
