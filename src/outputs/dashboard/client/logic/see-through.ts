/**
 * The same colour, but what is behind it shines through.
 *
 * @param color  as browsers compute it: `rgb(1, 2, 3)`
 * @param share  how much of it is left, 0 to 1
 */
export function seeThrough(color: string, share: number): string {
  return color.replace('rgb(', 'rgba(').replace(')', `, ${share})`);
}
