import type { z } from 'zod';
import type { ArrClient } from '../../arr/client.ts';

/** One array as a list: for arrays whose elements are needed together, such as the files of one series. */
export async function readWhole<T>(
  client: ArrClient,
  path: string,
  shape: z.ZodType<T>,
): Promise<readonly T[]> {
  const elements: T[] = [];
  await client.list(path, shape, {
    take: (element) => elements.push(element),
    restart: () => elements.splice(0),
  });
  return elements;
}
