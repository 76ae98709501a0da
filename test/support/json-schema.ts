import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** What a JSON Schema finds wrong with a value; empty when it fits. */
export type Validator = (value: unknown) => readonly string[];

/** A validator that is not the one the schemas were made with. */
export function aValidator(schema: string): Validator {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema));
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
