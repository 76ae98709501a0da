/** Prints a figure of a proof, so that a run shows how much was compared. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
