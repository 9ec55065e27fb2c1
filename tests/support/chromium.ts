import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine, or undefined where there is none. */
export function findChromium(): string | undefined {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', ownChromium()];
  return places.find((place) => place !== undefined && existsSync(place));
}

function ownChromium(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Starts Chromium for any number of test files, which connect to it. */
export function startChromium(): Promise<BrowserServer> {
  const executablePath = findChromium();
  return chromium.launchServer({ args: FLAGS, host: '127.0.0.1', ...(executablePath && { executablePath }) });
}
