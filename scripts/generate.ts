/**
 * Writes what is made from the schema of the configuration, and from the faults that tests play: `npm run generate`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { withTable } from '../bench/shared/table-block.ts';
import { configJsonSchema } from '../src/config/config-json-schema.ts';
import { exampleConfig } from '../src/config/example-config.ts';
import { faultTable } from '../test/support/fault-table.ts';

await mkdir('schemas', { recursive: true });
await writeFile('config.example.yaml', exampleConfig());
await writeFile('schemas/config.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);

const reliability = await readFile('docs/reliability.md', 'utf8');
await writeFile('docs/reliability.md', withTable(reliability, 'faults: npm run generate', faultTable()));
