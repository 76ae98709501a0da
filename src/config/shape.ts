import { z } from 'zod';
import { type LeafNotes, leafNotes } from './schema.ts';

/** The schema as the readers of file, variables and flags see it. */
export type Shape = ObjectShape | RecordShape | LeafShape;

/** Known keys. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly keys: ReadonlyMap<string, Shape>;
  readonly description: string;
}

/** Names of the user's choice. */
export interface RecordShape {
  readonly kind: 'record';
  readonly value: Shape;
  readonly description: string;
}

/** One value. */
export interface LeafShape extends LeafNotes {
  readonly kind: 'leaf';
  readonly type: 'text' | 'number' | 'boolean';
  readonly isRequired: boolean;
  readonly description: string;
  readonly standard: unknown;
}

/** Reads a schema made of strict objects, records and values. */
export function shapeOf(schema: unknown): Shape {
  return shape(schema, { isRequired: true, standard: undefined, description: '' });
}

interface Wrapped {
  readonly isRequired: boolean;
  readonly standard: unknown;
  readonly description: string;
}

function shape(schema: unknown, wrapped: Wrapped): Shape {
  if (schema instanceof z.ZodOptional) return shape(schema.unwrap(), { ...wrapped, isRequired: false });
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    const standard: unknown = schema.def.defaultValue;
    return shape(schema.unwrap(), { ...wrapped, isRequired: false, standard });
  }
  if (!(schema instanceof z.ZodType)) throw new TypeError('no schema');
  const description = schema.description ?? '';
  if (schema instanceof z.ZodObject) {
    const members: Readonly<Record<string, unknown>> = schema.shape;
    const keys = Object.entries(members).map(([key, member]) => [key, shapeOf(member)] as const);
    return { kind: 'object', keys: new Map(keys), description };
  }
  if (schema instanceof z.ZodRecord) return { kind: 'record', value: shapeOf(schema.valueType), description };
  return { kind: 'leaf', type: typeOf(schema), ...notesOf(schema), ...wrapped, description };
}

function typeOf(schema: z.ZodType): LeafShape['type'] {
  if (schema instanceof z.ZodNumber) return 'number';
  return schema instanceof z.ZodBoolean ? 'boolean' : 'text';
}

/** `describe` copies a schema and points to the one before. */
function notesOf(schema: z.core.$ZodType): LeafNotes {
  const notes = leafNotes.get(schema);
  if (notes === undefined) throw new TypeError('a value of the schema lacks its notes');
  return notes;
}

/** The part of a schema at a path, or `null` where it has none. */
export function shapeAt(shape: Shape, path: readonly string[]): Shape | null {
  const [key, ...rest] = path;
  if (key === undefined) return shape;
  if (shape.kind === 'leaf') return null;
  const member = shape.kind === 'record' ? shape.value : shape.keys.get(key);
  return member === undefined ? null : shapeAt(member, rest);
}
