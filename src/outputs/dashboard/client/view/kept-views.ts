import type { View } from '../logic/views.ts';

const key = 'arr-score-views';

/** The views a reader kept in this browser; none where the browser keeps nothing. */
export function keptViews(): readonly View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Keeps views, where the browser lets it. */
export function keepViews(views: readonly View[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(views));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('filter' in value)) return false;
  return typeof value.name === 'string' && typeof value.filter === 'string';
}
