import './tokens.css';
import './components.css';
import './live.css';
import { render } from 'preact';
import { messages } from './logic/messages.ts';
import { createNumbers, usableLocale } from './logic/numbers.ts';
import { createPageModel } from './logic/page-model.ts';
import { App } from './view/app.tsx';
import { loadReport } from './view/load-data.ts';
import { BrokenPage, LoadingPage } from './view/page-states.tsx';
import { restoreTheme } from './view/theme.ts';

/** Under this nothing is shown: a flash of grey would only disturb. */
const patienceMs = 150;

async function start(root: HTMLElement): Promise<void> {
  restoreTheme();
  const waiting = setTimeout(() => render(<LoadingPage message={messages.unpacking} />, root), patienceMs);
  const report = await loadReport().catch(() => null);
  clearTimeout(waiting);
  if (report === null) return render(<BrokenPage />, root);
  const props = {
    model: createPageModel(report),
    numbers: createNumbers(usableLocale(navigator.languages)),
    now: new Date(),
  };
  render(<App {...props} />, root);
  // The next frame holds the page: the one after it begins when that is painted.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('arr-score-ready')));
}

const root = document.getElementById('app');
if (root !== null) void start(root);
