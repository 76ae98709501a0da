import { nearest } from '../../lib/nearest.ts';
import { type Condition, operators } from './filter.ts';
import { type FilterField, operatorsOf } from './filter-field.ts';
import { type Parts, type Piece, unquoted } from './read-parts.ts';

/** What is wrong with a filter's text, and where. */
export interface FilterProblem {
  /** In UTF-16 units from the beginning; may be the end. */
  readonly at: number;
  /** At least 1. */
  readonly length: number;
  /** One sentence without its full stop. */
  readonly message: string;
  /** What could stand there: names of fields, operators, `and`, or what a value looks like. */
  readonly expected: readonly string[];
}

/** How operators are written elsewhere. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['is', '='],
  ['=>', '>='],
  ['=<', '<='],
  ['<>', '!='],
  ['contains', 'has'],
]);

/** A condition, or what is wrong with its text. */
export type ConditionResult =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: FilterProblem };

/** Makes sense of the parts of one condition. */
export function readCondition<S>(parts: Parts, fields: readonly FilterField<S>[]): ConditionResult {
  const field = fields.find(({ name }) => name === parts.field.text.toLowerCase());
  if (field === undefined) return unknownField(parts, fields);
  const operator = operators.find((known) => known === parts.operator.text.toLowerCase());
  const readTest = operator === undefined ? undefined : field.tests[operator];
  if (operator === undefined || readTest === undefined) return unknownOperator(parts, field);
  const value = unquoted(parts.value.text);
  if (value === null) return wrong(parts.value, 'the quote is not closed', [parts.value.text.charAt(0)]);
  if (parts.value.text === '') return wrong(parts.value, 'a value is missing', [field.values]);
  if (readTest(value) !== null) return { ok: true, condition: { field: field.name, operator, value } };
  return wrong(parts.value, `${shown(value)} is no value for ${field.name} ${operator}`, [field.values]);
}

/** What follows a condition and is not `and`. */
export function leftOver(text: string, from: number): FilterProblem {
  const at = from + text.slice(from).search(/\S|$/);
  const word = text.slice(at).split(/\s/, 1).join('');
  const message = `${shown(word)} cannot stand here; a value with blanks needs quotes`;
  return { at, length: word.length, message, expected: ['and'] };
}

function unknownField<S>({ field, operator }: Parts, fields: readonly FilterField<S>[]): ConditionResult {
  const names = fields.map(({ name }) => name);
  const message = `there is no field ${shown(field.text)}${suggestion(field.text.toLowerCase(), names)}`;
  if (field.text !== '') return wrong(field, message, names);
  return wrong(
    field,
    operator.text === '' ? 'a field is missing' : 'a field is missing before the operator',
    names,
  );
}

function unknownOperator<S>({ operator, value }: Parts, field: FilterField<S>): ConditionResult {
  const piece = operator.text === '' ? value : operator;
  return wrong(piece, operatorMessage(piece.text.toLowerCase(), field), operatorsOf(field));
}

function operatorMessage<S>(word: string, field: FilterField<S>): string {
  if (word === '') return 'an operator is missing';
  if (operators.some((known) => known === word)) return `${field.name} does not take ${word}`;
  const meant = elsewhere.get(word);
  const isTaken = meant !== undefined && operatorsOf(field).includes(meant);
  return `${shown(word)} is no operator${isTaken ? `. Did you mean "${meant}"?` : ''}`;
}

function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? '' : `. Did you mean "${near}"?`;
}

function wrong({ text, at }: Piece, message: string, expected: readonly string[]): ConditionResult {
  return { ok: false, problem: { at, length: Math.max(1, text.length), message, expected } };
}

/** In quotes, cut where it is long. */
function shown(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 39)}…"` : `"${text}"`;
}
