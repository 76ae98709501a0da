import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Benchmark } from '../benchmark.ts';
import { figureOf } from '../shared/figure.ts';
import { takeBuiltPage } from './with-page.ts';

/** What a page without a single file weighs. */
export const pageProgramSize: Benchmark = {
  name: 'page-program-size',
  what: 'the dashboard’s program alone: the whole HTML file without data',
  unit: 'kB',
  mustReach: 350,
  aim: null,
  measure: async () => {
    const page = await readFile(await takeBuiltPage(), 'utf8');
    const packed = /id="program">([^<]*)</.exec(page)?.[1] ?? '';
    const script = gunzipSync(Buffer.from(packed, 'base64')).length;
    return figureOf(
      [Buffer.byteLength(page) / 1000],
      `${Math.round(script / 1000)} kB of script, compressed in it`,
    );
  },
};
