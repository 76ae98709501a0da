/** For commander: a flag that may be repeated gathers its values, in order. */
export function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
