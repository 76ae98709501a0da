import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { quickly } from '../../src/arr/quick-shape.ts';

const Row = z.object({
  id: z.number(),
  title: z.string().default('untitled'),
  isThere: z.boolean().nullish(),
  added: z.coerce.date(),
  kind: z.enum(['single', 'pack']).nullish().catch(null),
  languages: z.array(z.object({ id: z.number(), name: z.string().default('') })).nullish(),
  quality: z
    .object({
      quality: z.object({ id: z.number() }),
      revision: z.object({ real: z.number() }).prefault({ real: 0 }),
    })
    .transform(({ quality, revision }) => ({ ...quality, revision })),
  formats: z.custom<readonly unknown[]>(Array.isArray, 'it is no list').nullish(),
});

const right = {
  id: 7,
  title: 'Metropolis',
  isThere: true,
  added: '2024-01-02T03:04:05Z',
  kind: 'single',
  languages: [{ id: 1, name: 'German' }],
  quality: { quality: { id: 3 }, revision: { real: 1 } },
  formats: [],
};

/** What a field may hold, right or wrong. */
const part = fc.oneof(
  fc.constantFrom<unknown>(...Object.values(right)),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    'nonsense',
    -1,
    Number.POSITIVE_INFINITY,
    true,
    [],
    {},
    [{}],
    [null],
  ),
  fc.jsonValue(),
);

const keys = fc.subarray(Object.keys(right), { minLength: 1, maxLength: 2 });

/** A row that is right but for a field or two. */
const row = fc
  .tuple(keys, part, part)
  .map(([[one = '', two = one], first, second]) => ({ ...right, [one]: first, [two]: second }));

test('a quick shape gives what zod gives, and refuses what zod refuses in the same words', () => {
  const quick = quickly(Row);
  fc.assert(
    fc.property(fc.oneof(row, part), (value) => {
      const [ours, theirs] = [quick.safeParse(value), Row.safeParse(value)];
      expect(ours.success).toBe(theirs.success);
      if (theirs.success) expect(ours.data).toEqual({ ...rowOf(value), ...theirs.data });
      else expect(ours.error?.issues).toEqual(theirs.error.issues);
    }),
    { numRuns: 2_000 },
  );
});

/** What a row keeps although the shape does not name it. */
function rowOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

test('a row that is right is not copied', () => {
  const plain = { id: 1, more: 'not in the shape' };
  expect(quickly(z.object({ id: z.number() })).safeParse(plain).data).toBe(plain);
});

test('objects within a row have nothing that their shape does not name', () => {
  const languages = [{ id: 1, name: 'German', native: 'Deutsch' }];
  const { data } = quickly(Row).safeParse({ ...right, languages });
  expect(data?.languages).toEqual([{ id: 1, name: 'German' }]);
});

describe('zod judges alone', () => {
  test.each([
    ['a shape that judges by more than a kind', z.object({ id: z.number().min(5) }), { id: 3 }],
    ['a text that is made of anything', z.object({ id: z.coerce.string() }), { id: 3 }],
    ['a strict object', z.strictObject({ id: z.number() }), { id: 3, more: 1 }],
    ['a list of strict objects', z.array(z.strictObject({ id: z.number() })), [{ id: 3, more: 1 }]],
    ['a pipe into another shape', z.string().pipe(z.literal('yes')), 'no'],
    ['a date that is not made of text', z.date(), new Date(0)],
    ['a union', z.union([z.string(), z.null()]), null],
    ['a transformation of what is not known here', z.union([z.string()]).transform(String), 'x'],
  ])('%s', (_name, shape, value) => {
    expect(quickly<unknown>(shape)).toBe(shape);
    expect(quickly<unknown>(shape).safeParse(value).success).toBe(shape.safeParse(value).success);
  });
});

test('a transformation that finds fault is judged by zod', () => {
  const Positive = z.number().transform((value, context) => {
    if (value < 0) context.addIssue({ code: 'custom', message: 'below zero' });
    return value;
  });
  const Faulty = z.number().transform((value, context) => {
    context.issues.push({ code: 'custom', message: 'at fault', input: value });
    return value;
  });
  expect(quickly(Positive).safeParse(2).data).toBe(2);
  expect(quickly(Faulty).safeParse(2).success).toBe(false);
});
