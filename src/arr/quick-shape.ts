import { z } from 'zod';

/** What judges a value that came over the wire: a zod shape, or something quicker that says the same. */
export type Shape<T> = Pick<z.ZodType<T>, 'safeParse'>;

/**
 * The same shape for many rows that are nearly always right: every field is still looked at, but without the record that
 * zod keeps of each (an eighth of the CPU time of an export, measured). Where anything is not as it should be, and for
 * kinds of shapes that are not known here, zod judges: what is refused, and in which words, is its alone.
 *
 * Unlike zod it leaves in a row what the shape does not name: rows are read by name, and do not live long.
 */
export function quickly<T>(shape: z.ZodType<T>): Shape<T> {
  const known = quickShapes.get(shape);
  const read = known === undefined ? rowReaderOf(shape) : known;
  quickShapes.set(shape, read);
  if (read === null) return shape;
  return {
    safeParse: (value) => {
      const data = read(value);
      return isRead(data, shape) ? { success: true, data } : shape.safeParse(value);
    },
  };
}

/** Made once for each shape; null where zod is needed. */
const quickShapes = new WeakMap<z.core.$ZodType, Reader | null>();

/** Gives what zod would give, or `doubt`. */
type Reader = (value: unknown) => unknown;

const doubt = Symbol('doubt');

/** By the definition of the shape, whose type says what it gives. */
function isRead<T>(data: unknown, _shape: z.ZodType<T>): data is T {
  return data !== doubt;
}

type Definition = z.core.$ZodTypes['_zod']['def'];

/** null for one that judges by more than its kind. */
function definitionOf(shape: z.core.$ZodType): Definition | null {
  if (!isOfZod(shape)) return null;
  const { def } = shape._zod;
  const isPlain =
    (def.checks ?? []).length === 0 && (def.type === 'date' || !('coerce' in def && def.coerce));
  return isPlain ? def : null;
}

/** Every shape is one of these. */
function isOfZod(shape: z.core.$ZodType): shape is z.core.$ZodTypes {
  return shape instanceof z.core.$ZodType;
}

/** null for a kind of shape that is not known here. */
function readerOf(shape: z.core.$ZodType): Reader | null {
  const def = definitionOf(shape);
  return def === null ? null : (plainReaderOf(def) ?? holderOf(def));
}

/** Shapes that hold no others. */
function plainReaderOf(def: Definition): Reader | null {
  const { type } = def;
  if (type === 'string') return (value) => (typeof value === 'string' ? value : doubt);
  if (type === 'number') return (value) => (Number.isFinite(value) ? value : doubt);
  if (type === 'boolean') return (value) => (typeof value === 'boolean' ? value : doubt);
  if (type === 'date') return def.coerce === true ? readDate : null;
  if (type === 'enum') return enumReader(Object.values(def.entries));
  return type === 'custom' ? (value) => (def.fn(value) === true ? value : doubt) : null;
}

/** Shapes that hold others. */
function holderOf(def: Definition): Reader | null {
  const { type } = def;
  if (type === 'nullable') return within(def.innerType, orNull);
  if (type === 'optional') return within(def.innerType, (read) => orElse(read, () => undefined));
  if (type === 'default') return within(def.innerType, (read) => orElse(read, () => def.defaultValue));
  if (type === 'catch' || type === 'prefault') return readerOf(def.innerType);
  if (type === 'array') return within(def.element, arrayReader);
  if (type === 'object') return objectReaderOf(def, objectReader);
  return type === 'pipe' ? within(def.in, (read) => pipeReader(read, def.out)) : null;
}

function within(shape: z.core.$ZodType, wrap: (read: Reader) => Reader | null): Reader | null {
  const read = readerOf(shape);
  return read === null ? null : wrap(read);
}

function orNull(read: Reader): Reader {
  return (value) => (value === null ? null : read(value));
}

/** What stands for a value that is not there. */
function orElse(read: Reader, absent: () => unknown): Reader {
  return (value) => (value === undefined ? absent() : read(value));
}

function readDate(value: unknown): unknown {
  if (typeof value !== 'string') return doubt;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? doubt : date;
}

function enumReader(entries: readonly unknown[]): Reader {
  const known = new Set(entries);
  return (value) => (known.has(value) ? value : doubt);
}

function arrayReader(read: Reader): Reader {
  return (value) => {
    if (!Array.isArray(value)) return doubt;
    const elements = value.map(read);
    return elements.includes(doubt) ? doubt : elements;
  };
}

interface Field {
  readonly key: string;
  readonly read: Reader;
}

function objectReaderOf(
  { shape, catchall }: z.core.$ZodObjectDef,
  readerOfFields: (fields: readonly Field[]) => Reader,
): Reader | null {
  if (catchall !== undefined) return null;
  const fields: Field[] = [];
  for (const [key, field] of Object.entries(shape)) {
    const read = readerOf(field);
    if (read === null) return null;
    fields.push({ key, read });
  }
  return readerOfFields(fields);
}

function objectReader(fields: readonly Field[]): Reader {
  return (value) => {
    if (!isRecord(value)) return doubt;
    const object: Record<string, unknown> = {};
    for (const { key, read } of fields) {
      const part = read(value[key]);
      if (part === doubt) return doubt;
      object[key] = part;
    }
    return object;
  };
}

/** Makes a new row only where a field is not as it came. */
function rowReader(fields: readonly Field[]): Reader {
  return (value) => {
    if (!isRecord(value)) return doubt;
    let row = value;
    for (const { key, read } of fields) {
      const part = read(row[key]);
      if (part === doubt) return doubt;
      if (part !== row[key]) row = { ...row, [key]: part };
    }
    return row;
  };
}

function rowReaderOf(shape: z.core.$ZodType): Reader | null {
  const def = definitionOf(shape);
  return def?.type === 'object' ? objectReaderOf(def, rowReader) : readerOf(shape);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only a plain function may follow; one that finds fault leaves the judgement to zod. */
function pipeReader(read: Reader, out: z.core.$ZodType): Reader | null {
  const def = definitionOf(out);
  if (def?.type !== 'transform') return null;
  return (value) => {
    const part = read(value);
    if (part === doubt) return doubt;
    const issues: z.core.$ZodRawIssue[] = [];
    const made = def.transform(part, { value: part, issues });
    return issues.length > 0 || made instanceof Promise ? doubt : made;
  };
}
