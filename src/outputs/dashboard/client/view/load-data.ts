import { isPackedReport, type PageReport, unpackReport } from '../logic/unpack-report.ts';

/** The one way in which data comes into the page: here from the page itself. @throws where it is damaged */
export async function loadReport(): Promise<PageReport> {
  const element = document.getElementById('data');
  const bytes = bytesOf(element?.textContent ?? '');
  element?.remove();
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const packed: unknown = await new Response(unzipped).json();
  if (!isPackedReport(packed)) throw new Error('not the data of this page');
  return unpackReport(packed);
}

/** @throws DOMException where it is no base64 */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
