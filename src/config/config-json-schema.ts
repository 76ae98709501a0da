import { z } from 'zod';
import { foreignKeys } from './foreign-keys.ts';
import { configSchema } from './schema.ts';

/** The schema for editors, JSON Schema draft 7; the keys of other tools are allowed by name. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const generated = z.toJSONSchema(configSchema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      const { properties } = jsonSchema;
      if (properties === undefined) return;
      const kind = 'radarr' in properties ? 'top' : 'instance';
      if (kind === 'instance' && !('base_url' in properties)) return;
      for (const key of foreignKeys[kind]) properties[key] = { description: 'Of another tool; not read.' };
      jsonSchema.patternProperties = { '^x-': { description: 'Holds anchors; not read.' } };
    },
  });
  const { $schema, ...rest } = generated;
  return { $schema, title: 'Configuration of arr-score', ...rest };
}
