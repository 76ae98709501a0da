const marks = ['<!-- measured: npm run bench -- --save -->', '<!-- end -->'] as const;

/** A document with the text between its marks replaced. @throws where there are no marks */
export function withTable(document: string, table: string): string {
  const [begin, end] = marks;
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the document has no place for the table');
  return `${before}${begin}\n${table}\n${end}${after}`;
}
