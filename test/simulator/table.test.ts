import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { childTable } from '../../src/simulator/generated/child-table.ts';
import { generatedHistory } from '../../src/simulator/generated/generated-history.ts';
import { itemTable } from '../../src/simulator/generated/item-table.ts';
import { drawPicks } from '../../src/simulator/generated/picks.ts';
import { readRequest } from '../../src/simulator/respond.ts';
import {
  arrayTable,
  changedTable,
  filteredTable,
  printRows,
  type Row,
  rowsOf,
} from '../../src/simulator/table.ts';

const rows: readonly Row[] = [
  { id: 1, a: 1 },
  { id: 2, a: 2 },
  { id: 3, a: 1 },
];

test('rows are found by any field, in order', () => {
  const table = arrayTable(rows);
  expect(table.where('a', 1)).toEqual([rows[0], rows[2]]);
  expect(table.where('b', 1)).toEqual([]);
  expect(table.at(3)).toBeUndefined();
});

test('a changed table changes what it hands out, a filtered one leaves out', () => {
  const changed = changedTable(arrayTable(rows), (row) => ({ ...row, b: true }));
  expect(changed.at(0)).toEqual({ id: 1, a: 1, b: true });
  expect(changed.at(9)).toBeUndefined();
  expect(changed.where('a', 2)).toEqual([{ id: 2, a: 2, b: true }]);
  expect([...rowsOf(filteredTable(arrayTable(rows), (row) => row['a'] === 2))]).toEqual([rows[1]]);
});

test.each([0, 1, 99, 100, 101, 200])('%i rows are printed as the servers print', (count) => {
  const many = Array.from({ length: count }, (_, id) => ({ id, list: [], name: 'é "quoted"' }));
  expect([...printRows(many)].join('')).toBe(JSON.stringify(many, null, 2));
});

test('nothing is drawn from nothing', () => {
  const picks = drawPicks([], 5, 1);
  expect([picks.count, picks.template(0), picks.moved(0, undefined)]).toEqual([0, {}, undefined]);
});

test('generated rows are found by what numbers them, and by looking at all', () => {
  const picks = drawPicks([{ id: 1 }, { id: 2 }], 4, 1);
  const items = itemTable({
    count: 4,
    external: 'x',
    externalFrom: 10,
    make: (index) => ({ id: index + 1, x: 10 + index, odd: index % 2 }),
  });
  expect([items.where('id', 5), items.where('x', 13), items.where('odd', 1).length]).toEqual([
    [],
    [{ id: 4, x: 13, odd: 1 }],
    2,
  ]);
  const recorded = [
    { id: 1, item: 1, kind: 7 },
    { id: 2, item: 2, kind: 7 },
    { id: 3, item: 2, kind: 8 },
  ];
  const children = childTable(picks, {
    parent: 'item',
    recorded,
    make: ({ recorded: row, id }) => ({ ...row, id }),
  });
  expect(children.where('kind', 7)).toHaveLength(4);
  expect([children.where('item', 5), children.where('item', 0), children.where('id', 99)]).toEqual([
    [],
    [],
    [],
  ]);
  expect(children.at(children.size)).toBeUndefined();
  expect(children.idOf(0, 99)).toBeNull();
});

test('events without a file or a download keep their data', () => {
  const recorded = [{ id: 9, item: 1, date: '2024-01-01T00:00:00Z', data: { reason: null } }];
  const kind = { recorded, parent: 'item', fileId: () => 0, ids: (index: number) => ({ item: index + 1 }) };
  const history = generatedHistory(drawPicks([{ id: 1 }], 3, 1), kind);
  expect(history.size).toBe(3);
  expect(history.at(0)).toMatchObject({ id: 1, data: { reason: null } });
  expect(history.at(3)).toBeUndefined();
  expect(history.where('item', 2)).toHaveLength(1);
});

test('a request without a line is one for the first page', () => {
  const asked = readRequest(
    Object.assign(new IncomingMessage(new Socket()), { method: undefined, url: undefined }),
  );
  expect(asked).toMatchObject({ method: 'GET', target: '/', host: '', headerBytes: 0 });
});
