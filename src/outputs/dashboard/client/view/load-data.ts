import { isPackedReport, type PageReport, unpackReport } from '../logic/unpack-report.ts';

/** The one way in which data comes into the page: here from the page itself. @throws where it is damaged */
export async function loadReport(): Promise<PageReport> {
  const element = document.getElementById('data');
  const bytes = Uint8Array.fromBase64(element?.textContent ?? '');
  element?.remove();
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const packed: unknown = await new Response(unzipped).json();
  if (!isPackedReport(packed)) throw new Error('not the data of this page');
  return unpackReport(packed);
}
