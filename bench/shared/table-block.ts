/** The comments that a made table stands between. */
export type TableMark = 'measured: npm run bench -- --save' | 'faults: npm run generate';

/** A document with the table at this mark replaced. @throws where there is no such mark */
export function withTable(document: string, mark: TableMark, table: string): string {
  const begin = `<!-- ${mark} -->`;
  const end = '<!-- end -->';
  const [before, rest] = document.split(begin);
  if (before === undefined || rest === undefined || !rest.includes(end)) {
    throw new Error(`the document has no place for "${mark}"`);
  }
  return `${before}${begin}\n${table}\n${rest.slice(rest.indexOf(end))}`;
}
