import { createHash } from 'node:crypto';
import type { PackedPage } from './pack-page.ts';

/**
 * Puts a policy into the page that lets nothing in and nothing out: only its own program, what unpacks it and its own
 * style run, known by their hashes. Style attributes are set through the object model, which the policy allows.
 */
export function securePage({ html, program }: PackedPage, mark: string): string {
  const inPage = (pattern: RegExp): readonly string[] =>
    [...html.matchAll(pattern)].map(([, text = '']) => text);
  const scripts = [...inPage(/<script type="module">([\s\S]*?)<\/script>/g), program].map(hashOf);
  const styles = inPage(/<style[^>]*>([\s\S]*?)<\/style>/g).map(hashOf);
  const policy = [
    `default-src 'none'`,
    `script-src ${scripts.join(' ')}`,
    `style-src ${styles.join(' ')}`,
    `img-src data: blob:`,
    `worker-src blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const metas = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="arr-score-inputs" content="${mark}">`,
  ];
  return html.replace('<meta charset="utf-8">', () => ['<meta charset="utf-8">', ...metas].join('\n'));
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
