/**
 * Writes what is made from the schema of the configuration: `npm run generate`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { configJsonSchema } from '../src/config/config-json-schema.ts';
import { exampleConfig } from '../src/config/example-config.ts';

await mkdir('schemas', { recursive: true });
await writeFile('config.example.yaml', exampleConfig());
await writeFile('schemas/config.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
