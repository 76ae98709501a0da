/** Written by examples, templates and guides where a key belongs; the last is in Recyclarr's own starter file. */
const placeholders: readonly RegExp[] = [
  /^[<[{(%*].*[>\]})%*]$/,
  /^(your|my|insert|replace|enter|paste|copy|put|change|some|add|the)[a-z _-]*(key|token|secret|me|this|here|it|general)$/i,
  /^(sonarr|radarr)?[-_ ]?(api|key|api[-_ ]?key|token|secret|password|placeholder|example|todo|none|null|test)$/i,
  /^(.)\1*$/,
  /^(0123456789abcdef|1234567890abcdef|0123456789|1234567890)+$/i,
  /[.…]{2,}/,
  /^f7e74ba6c80046e39e076a27af5a8444$/i,
];

/** What is wrong with a key at first sight. */
export type KeyFlaw = 'empty' | 'placeholder' | 'variable' | 'blank';

/** A flaw that makes a key useless, or `null`. */
export function keyFlaw(key: string): KeyFlaw | null {
  if (key === '') return 'empty';
  if (/^\$\{?\w+\}?$/.test(key)) return 'variable';
  if (placeholders.some((placeholder) => placeholder.test(key))) return 'placeholder';
  return /^[\x21-\x7e]+$/.test(key) ? null : 'blank';
}

/** Radarr and Sonarr make keys of 32 hexadecimal digits, but one may be set by hand or belong to a gateway. */
export function isUsualKey(key: string): boolean {
  return /^[0-9a-f]{32}$/i.test(key);
}

/** What is wrong with a key, in words. */
export const keySentences: Readonly<Record<KeyFlaw, { readonly message: string; readonly hint: string }>> = {
  empty: { message: 'is empty', hint: 'Copy the key from Settings, General, Security' },
  placeholder: {
    message: 'is a placeholder, not a key',
    hint: 'Copy the key from Settings, General, Security',
  },
  variable: { message: 'names a variable, which is not filled in here', hint: 'Write !env NAME' },
  blank: { message: 'holds blanks, line breaks or letters that no key has', hint: 'Copy the key again' },
};
