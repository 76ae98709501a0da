import { buildPage } from './page/build-page.ts';

await buildPage(process.cwd());
