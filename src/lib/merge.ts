/**
 * Several ordered streams as one; of what is equal, that of the earlier stream comes first.
 *
 * @param compare  below 0 when the first comes first; each stream is in this order
 */
export async function* merge<T>(
  streams: readonly AsyncIterable<T>[],
  compare: (a: T, b: T) => number,
): AsyncGenerator<T> {
  const heads: Head<T>[] = [];
  for (const stream of streams) {
    const head = await nextOf(stream[Symbol.asyncIterator]());
    if (head !== null) heads.push(head);
  }
  for (;;) {
    const [first] = heads.toSorted((a, b) => compare(a.value, b.value));
    if (first === undefined) return;
    yield first.value;
    const next = await nextOf(first.rest);
    heads.splice(heads.indexOf(first), 1, ...(next === null ? [] : [next]));
  }
}

interface Head<T> {
  readonly value: T;
  readonly rest: AsyncIterator<T, unknown>;
}

async function nextOf<T>(rest: AsyncIterator<T, unknown>): Promise<Head<T> | null> {
  const result = await rest.next();
  return result.done === true ? null : { value: result.value, rest };
}
