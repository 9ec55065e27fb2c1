import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine: `CHROMIUM_PATH`, Debian's, or Playwright's own. */
export async function launchBrowser(): Promise<Browser> {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()];
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('The bench needs Chromium: set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}
