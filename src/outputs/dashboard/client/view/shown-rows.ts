/** The rows of the explorer as they stand now: what the card steps through. */
export const shownRows: { current: readonly number[] } = { current: [] };
