/** Turns light into dark and back; the choice is kept where the browser lets it be kept. */
export function switchTheme(): void {
  const root = document.documentElement;
  const chosen = root.dataset['theme'];
  const isDark =
    chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  applyTheme(isDark ? 'light' : 'dark');
  keep(isDark ? 'light' : 'dark');
}

/** Takes the theme that was chosen before; without one the system decides. */
export function restoreTheme(): void {
  const kept = recall();
  if (kept === 'light' || kept === 'dark') applyTheme(kept);
}

/** Tells charts that colours changed. */
export const themeChanged = 'arr-score-theme';

function applyTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = theme;
  dispatchEvent(new Event(themeChanged));
}

const key = 'arr-score-theme';

/** Pages opened from a disk may have no storage: then the choice lasts as long as the page. */
function keep(theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}
