const longest = 31;

/** Names of sheets as spreadsheets take them: at most 31 signs, none of `[]:*?/\`, each once without regard to case. */
export function createSheetNames(): (wanted: string) => string {
  const used = new Set<string>();
  return (wanted) => {
    const plain =
      wanted
        .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : ` ${count}`;
      const name = plain.slice(0, longest - end.length).trimEnd() + end;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  };
}
