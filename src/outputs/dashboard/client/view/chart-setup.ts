import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';

/** Colours of the theme that is on, as charts need them. */
export interface Colors {
  readonly surface: string;
  readonly text: string;
  readonly soft: string;
  readonly quiet: string;
  readonly ink: string;
  readonly onInk: string;
  readonly grid: string;
  readonly zero: string;
  readonly plot: string;
  readonly pale: string;
  readonly you: string;
  readonly youFill: string;
  readonly met: string;
  readonly below: string;
  readonly series: readonly string[];
  readonly states: readonly string[];
}

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);
Chart.defaults.animation = false;
Chart.defaults.font.size = 12;
Chart.defaults.maintainAspectRatio = false;

/** Reads the tokens of the theme that is on. */
export function readColors(): Colors {
  Chart.defaults.font.family = getComputedStyle(document.documentElement).getPropertyValue('--sans');
  const probe = document.body.appendChild(document.createElement('i'));
  const token = (name: string): string => {
    // A token holds both colours: only where it is used does the browser take one.
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colors = namedColors(token);
  probe.remove();
  return colors;
}

function namedColors(token: (name: string) => string): Colors {
  return {
    surface: token('surface'),
    text: token('text'),
    soft: token('text-2'),
    quiet: token('text-3'),
    ink: token('ink'),
    onInk: token('on-ink'),
    grid: token('grid'),
    zero: token('line-strong'),
    plot: token('plot'),
    pale: token('plot-soft'),
    you: token('you'),
    youFill: token('you-fill'),
    met: token('met'),
    below: token('below'),
    series: ['c1', 'c3', 'c4', 'c2', 'c5'].map(token),
    states: ['met', 'format', 'quality', 'below', 'off'].map(token),
  };
}
