/** Longer than any host name one would mistype, shorter than any key. */
const longestShown = 60;
const keyLike = /[A-Za-z0-9+/=]{16,}/;

/**
 * What a user wrote, fit for a message: quoted, or only named when it might be a key.
 *
 * Anything with 16 letters and digits in a row might be one, and so might what stands before an `@`.
 */
export function harmless(text: string): string {
  const mayBeSecret = keyLike.test(text) || /[@?]/.test(text);
  return mayBeSecret || text.length > longestShown || /\p{C}/u.test(text) ? 'this text' : `"${text}"`;
}
