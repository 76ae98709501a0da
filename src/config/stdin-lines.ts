/** Hands out the lines of a stream one by one; it is read only when asked. `null` at its end. */
export function openLines(stream: NodeJS.ReadableStream): () => Promise<string | null> {
  let lines: readonly string[] | null = null;
  let at = 0;
  return async () => {
    lines ??= (await readAll(stream)).split(/\r?\n/);
    at += 1;
    return lines[at - 1] ?? null;
  };
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
