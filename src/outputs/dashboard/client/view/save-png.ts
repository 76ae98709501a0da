import { Chart } from 'chart.js';
import { font } from './chart-marks.ts';
import { readColors } from './chart-setup.ts';
import type { ChartMaker } from './chart-view.tsx';
import { download } from './download.ts';

/** What stands on the picture besides the chart. */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  /** Date and names of the instances. */
  readonly foot: string;
}

const [width, height, headRoom, footRoom, margin] = [900, 420, 64, 28, 20];

/** Saves a chart as a picture of twice the size, with title, date and instances. */
export function savePng(make: ChartMaker, picture: Picture): void {
  const plot = document.createElement('canvas');
  plot.width = width - 2 * margin;
  plot.height = height - headRoom - footRoom;
  const colors = readColors();
  const config = make(colors);
  const options = { ...config.options, responsive: false, devicePixelRatio: 2 };
  const chart = new Chart(plot, { ...config, options });
  const whole = document.createElement('canvas');
  whole.width = width * 2;
  whole.height = height * 2;
  const ctx = whole.getContext('2d');
  if (ctx === null) return;
  ctx.scale(2, 2);
  ctx.fillStyle = colors.surface;
  ctx.fillRect(0, 0, width, height);
  ctx.drawImage(plot, margin, headRoom, width - 2 * margin, height - headRoom - footRoom);
  ctx.fillStyle = colors.text;
  ctx.font = font(true).replace('12px', '16px');
  ctx.fillText(picture.title, margin, 28, width - 2 * margin);
  ctx.fillStyle = colors.quiet;
  ctx.font = font();
  ctx.fillText(picture.subtitle, margin, 48, width - 2 * margin);
  ctx.fillText(picture.foot, margin, height - 10, width - 2 * margin);
  chart.destroy();
  whole.toBlob((blob) => {
    if (blob !== null) download(`${picture.title}.png`, blob);
  });
}
