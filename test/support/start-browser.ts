import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** So that a browser as root, without a screen and without a network, starts. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that npm brings; null where it cannot start, and then it has said why. */
export async function startBrowser(): Promise<Browser | null> {
  try {
    return await launcher.launch({
      executablePath: await chromium.executablePath(),
      headless: true,
      args: flags,
    });
  } catch (error) {
    process.stderr.write(`no browser here, it is skipped: ${String(error).slice(0, 200)}\n`);
    return null;
  }
}
