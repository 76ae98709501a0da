import type { z } from 'zod';
import { ArrError } from '../../arr/arr-error.ts';
import type { ArrClient } from '../../arr/client.ts';

/** No series and no chunk of movies has more; memory is finite. */
const mostRows = 50_000;
const tooMany = 'it has over 50,000 rows, which no item has';

/**
 * One array as a list: for arrays whose elements are needed together, such as the files of one series.
 *
 * @throws {ArrError} kind `body` when it has more than 50,000 elements
 */
export async function readWhole<T>(
  client: ArrClient,
  path: string,
  shape: z.ZodType<T>,
): Promise<readonly T[]> {
  const elements: T[] = [];
  await client.list(path, shape, {
    take: (element) => {
      if (elements.push(element) <= mostRows) return;
      throw new ArrError({ kind: 'body', url: path.replace(/\?.*$/, ''), problem: tooMany });
    },
    restart: () => elements.splice(0),
  });
  return elements;
}
