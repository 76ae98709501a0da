import { gzipSync } from 'node:zlib';

/** A page whose program is compressed, and the program, for the page's policy. */
export interface PackedPage {
  readonly html: string;
  readonly program: string;
}

/** Unpacks the program and runs it. As a module it waits for the whole page, as the program itself would. */
const loader = `
const packed = document.getElementById('program');
const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
const script = document.createElement('script');
script.type = 'module';
script.textContent = await new Response(stream).text();
packed.replaceWith(script);
`;

/**
 * Puts the program into the page as its data lies there: compressed, in base64. That takes half of the page's size
 * away. The style stays as it is, so that nothing is ever seen without it.
 *
 * @param html  as Vite wrote it, with one script
 * @throws an Error for a page without one
 */
export function packPage(html: string): PackedPage {
  const found = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(html);
  if (found === null) throw new Error('the built page has no script');
  const [element, program = ''] = found;
  const packed = gzipSync(program, { level: 9 }).toString('base64');
  const elements = [
    `<script type="application/octet-stream" id="program">${packed}</script>`,
    `<script type="module">${loader}</script>`,
  ].join('\n');
  return { html: html.replace(element, () => elements), program };
}
