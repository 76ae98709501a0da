/** A text in which no sign means anything to Markdown or HTML, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\b(https?|ftp|javascript|data):/gi, '$1\u200B:')
    .trim();
}
