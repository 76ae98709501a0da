/** Set by the client or by HTTP itself. */
const taken = [
  'x-api-key',
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
];

/** What is wrong with one extra header, or `null`. */
export function headerFlaw(
  name: string,
  value: string,
  all: readonly string[],
): { readonly message: string; readonly hint: string | null } | null {
  const lower = name.toLowerCase();
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return { message: 'is no name of a header', hint: null };
  if (lower === 'x-api-key') return { message: 'carries the API key by itself', hint: 'Write api_key' };
  if (taken.includes(lower)) return { message: 'is set by HTTP itself', hint: 'Take it out' };
  if (all.some((other) => other !== name && other.toLowerCase() === lower)) {
    return { message: 'is there twice; headers ignore case', hint: 'Take one out' };
  }
  if (/^[\t\x20-\x7e\x80-\xff]+$/.test(value)) return null;
  return { message: 'its value is empty or holds a line break', hint: null };
}
