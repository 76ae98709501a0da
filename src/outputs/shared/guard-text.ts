/**
 * What a spreadsheet takes for a formula: `= + - @`, also in their wide forms, and what makes it start anew
 * (tab, line break), at the beginning or after blanks and invisible marks.
 *
 * Source: OWASP "CSV Injection"; ASVS 5 requirement 1.2.10.
 */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r\n]/u;

/** A text that a spreadsheet would run gets one leading apostrophe. */
export function guardText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
