import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { packPage } from './pack-page.ts';
import { markOfInputs } from './page-inputs.ts';
import { securePage } from './secure-page.ts';

/** Where the page lies; never committed. */
const pagePath = 'build/dashboard.html';

/** Builds the page where it is missing or of other inputs. @returns whether it was built */
export async function buildPage(root: string): Promise<boolean> {
  const path = join(root, pagePath);
  const mark = await markOfInputs(root);
  const present = await readFile(path, 'utf8').catch(() => '');
  if (present.includes(`<meta name="arr-score-inputs" content="${mark}">`)) return false;
  const html = securePage(packPage(await bundle(root)), mark);
  const beside = `${path}.${process.pid}.tmp`;
  await mkdir(join(root, 'build'), { recursive: true });
  await writeFile(beside, html);
  await rename(beside, path);
  return true;
}

async function bundle(root: string): Promise<string> {
  const built = await build({
    root: join(root, 'src/outputs/dashboard/client'),
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    // Tests build it too, and there the environment is not that of production: the page must be the same.
    oxc: { jsx: { development: false } },
    plugins: [viteSingleFile()],
    build: {
      target: 'es2024',
      // The first browsers of 2024, which know light-dark(): it stays what it is.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      write: false,
      modulePreload: false,
      // Reading a property does nothing else here: the controllers and scales that no chart uses fall away.
      rolldownOptions: { treeshake: { propertyReadSideEffects: false } },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : [];
  const single = 'output' in built ? built.output : outputs;
  const page = single.find(({ fileName }) => fileName === 'index.html');
  if (page?.type !== 'asset') throw new Error('vite made no page');
  return typeof page.source === 'string' ? page.source : Buffer.from(page.source).toString('utf8');
}
