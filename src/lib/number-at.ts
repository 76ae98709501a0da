/** A number of a list or typed array; 0 outside it. */
export function numberAt(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}
