import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUsualKey, keyFlaw } from '../../src/config/api-key.ts';

test.each([
  'your-api-key',
  'YOUR_API_KEY',
  'your_radarr_key_here',
  'yoursonarrapikeyhere',
  'xxxx',
  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  '00000000000000000000000000000000',
  '0123456789abcdef0123456789abcdef',
  '1234567890abcdef1234567890abcdef',
  'changeme',
  'change-me',
  'ChangeThis',
  '<key>',
  '[API KEY]',
  '{{ .RADARR_KEY }}',
  '%KEY%',
  '***',
  '...',
  'abc…def….',
  'api_key',
  'apikey',
  'RADARR_API_KEY',
  'secret',
  'todo',
  'none',
  'insert your key here',
  'copy-it-from-settings-general',
  'f7e74ba6c80046e39e076a27af5a8444',
])('%s is a placeholder', (text) => {
  expect(keyFlaw(text)).toBe('placeholder');
});

test.each([
  ['', 'empty'],
  ['$RADARR_API_KEY', 'variable'],
  ['$\u007bRADARR_API_KEY}', 'variable'],
  ['b2c4d6e8 f0a1b3c5', 'blank'],
  ['b2c4d6e8\nf0a1b3c5', 'blank'],
  ['clé-b2c4d6e8', 'blank'],
])('%j is refused as %s', (text, flaw) => {
  expect(keyFlaw(text)).toBe(flaw);
});

const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'.split('')),
  minLength: 32,
  maxLength: 32,
});

test('no key that a server makes is taken for a placeholder', () => {
  fc.assert(
    fc.property(
      hex.filter((key) => new Set(key).size > 8),
      (key) => key.startsWith('0123456789abcdef') || (keyFlaw(key) === null && isUsualKey(key)),
    ),
  );
});
