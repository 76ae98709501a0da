/** A part of an address as it is meant; what is no encoded character, such as the end of `50%`, stays as it is written. */
export function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (characters) => {
    try {
      return decodeURIComponent(characters);
    } catch {
      return characters;
    }
  });
}
