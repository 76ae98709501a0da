/**
 * An expression for a page: milliseconds from an act until what it changes is painted.
 *
 * @param act  statements
 * @param shown  an expression that becomes another value
 */
export function untilPainted(act: string, shown: string): string {
  return `new Promise((resolve) => {
    const shown = () => ${shown};
    const before = shown();
    const begun = performance.now();
    ${act};
    const look = () =>
      shown() === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    requestAnimationFrame(look);
  })`;
}
