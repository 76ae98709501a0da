const whole = /^\^(?:\((?:\?:)?(?<listed>[^()]*)\)|(?<single>[^()|]*))\$$/;
const literal = /^(?:[A-Za-z0-9 _&@!-]|\\[.\-_ &@!])+$/;

/**
 * The names a pattern takes when it is nothing but a list of them, `^(FraMeSToR|BHDStudio)$`, in lower case; null for
 * any other pattern. One text is at most one of them, whatever its case.
 */
export function literalNames(pattern: string): readonly string[] | null {
  const found = whole.exec(pattern);
  if (found === null) return null;
  const names = `${found.groups?.['listed'] ?? found.groups?.['single']}`.split('|');
  if (!names.every((name) => literal.test(name))) return null;
  return names.map((name) => name.replaceAll('\\', '').toLowerCase());
}
