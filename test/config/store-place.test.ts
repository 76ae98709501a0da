import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { storeFlaw, storePlace, storeSecrets } from '../../src/config/store-place.ts';
import { dataFolder } from '../../src/config/surroundings.ts';

const surroundings = {
  workingFolder: '/work',
  configFolder: '/c',
  dataFolder: '/data',
  containerFolder: '/absent',
};
const file = (why: 'flag' | 'container') => ({ kind: 'file', path: 'arr-score.yaml', why }) as const;

test.each(['history.db', 'a/b.db', 'C:\\history.db', 'postgres://me@host/arr', 'postgresql://host/arr'])(
  '%s is a place for a store',
  (text) => expect(storeFlaw(text)).toBeNull(),
);

test.each([
  [' ', 'is empty'],
  ['mysql://host/arr', 'is of no known kind: "mysql:"'],
  ['sqlite:history.db', 'is of no known kind: "sqlite:"'],
  ['postgres://host', 'names no host and database'],
  ['postgres:arr', 'names no host and database'],
])('"%s" is none', (text, message) => expect(storeFlaw(text)).toMatchObject({ message }));

test('a file is relative to the configuration, a database is as it stands, the usual place is the platform’s', () => {
  const where = { folder: '/etc/arr', source: file('flag'), surroundings };
  expect(storePlace('x.db', where)).toBe(resolve('/etc/arr/x.db'));
  expect(storePlace('postgres://h/d', where)).toBe('postgres://h/d');
  expect(storePlace(undefined, where)).toBe(join('/data', 'arr-score.db'));
  expect(storePlace(undefined, { ...where, source: file('container') })).toBe(
    join('/absent', 'arr-score.db'),
  );
  expect(storePlace(undefined, { ...where, source: { kind: 'environment' } })).toBe(
    join('/data', 'arr-score.db'),
  );
});

test('the password of a database is a secret, as written and as meant', () => {
  expect(storeSecrets('postgres://me:p%40ssword@h/d')).toEqual(['p%40ssword', 'p@ssword']);
  expect(storeSecrets('postgres://me:50%@h/d')).toEqual(['50%', '50%']);
  expect(storeSecrets('postgres://me:a%40b%zz%FF@h/d')).toEqual(['a%40b%zz%FF', 'a@b%zz%FF']);
  expect(storeSecrets('postgres://me@h/d')).toEqual([]);
  expect(storeSecrets('history.db')).toEqual([]);
  expect(storeSecrets(undefined)).toEqual([]);
});

test('data lies where each platform keeps it', () => {
  expect(dataFolder({}, '/home/me', 'linux')).toBe(join('/home/me/.local/share/arr-score'));
  expect(dataFolder({ XDG_DATA_HOME: '/x' }, '/home/me', 'linux')).toBe(join('/x/arr-score'));
  expect(dataFolder({}, '/Users/me', 'darwin')).toBe(join('/Users/me/Library/Application Support/arr-score'));
  expect(dataFolder({ LOCALAPPDATA: '/l' }, '/u', 'win32')).toBe(join('/l/arr-score'));
  expect(dataFolder({}, '/u', 'win32')).toBe(join('/u/AppData/Local/arr-score'));
});
