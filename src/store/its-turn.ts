/** In so many snapshots every item is asked at least once. */
const turns = 14;

/** Whether an item belongs to the rotating fourteenth that the reading after a snapshot asks, whatever is stored. */
export function isItsTurn(itemId: number, snapshot: number): boolean {
  return itemId % turns === snapshot % turns;
}
