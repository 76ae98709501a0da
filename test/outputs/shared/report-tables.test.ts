import { expect, test } from 'vitest';
import type { TableBlock } from '../../../src/model/block.ts';
import { reportRecord } from '../../../src/outputs/shared/section-record.ts';
import { tableCsv } from '../../../src/outputs/shared/table-csv.ts';
import { aHostileReport } from '../../support/hostile-report.ts';

const table: TableBlock = {
  kind: 'table',
  name: 'groups',
  title: 'Groups',
  subtitle: '',
  columns: [
    { key: 'group', label: 'Group', type: 'text', rank: 1, hasBar: false },
    { key: 'best_seen', label: 'Best', type: 'score', rank: 1, hasBar: false },
  ],
  rows: [
    { cells: ['NTG', 0], files: { filter: 'group = NTG', count: 2 } },
    { cells: ['none', null], files: null },
  ],
  empty: 'Nothing',
};

test('in JSON a row has its cells by the keys of their columns; what is unknown is null, and no 0', () => {
  const report = aHostileReport();
  const sections = report.sections.slice(0, 1).map((section) => ({ ...section, blocks: [table] }));
  expect(reportRecord({ ...report, sections })).toMatchObject({
    sections: [
      {
        blocks: [
          {
            rows: [
              { group: 'NTG', best_seen: 0, files: { filter: 'group = NTG', count: 2 } },
              { group: 'none', best_seen: null, files: null },
            ],
          },
        ],
      },
    ],
  });
});

test('in CSV what is unknown, and the filter of a row without files, are empty', () => {
  expect(tableCsv(table)).toBe('group,best_seen,filter\r\nNTG,0,group = NTG\r\nnone,,\r\n');
});
