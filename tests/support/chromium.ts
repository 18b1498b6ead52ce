import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { chromiumNames } from '../../cli/bootstrap/chromium-names.ts';

function findChromium(): string {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  for (const file of folders.flatMap((folder) => chromiumNames.map((name) => join(folder, name)))) {
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here; the next place may have it.
    }
  }
  throw new Error('Chromium is needed for this test: install the package `chromium`, or put it on PATH.');
}

/**
 * What a frame of another site meets in a browser today: no cookies of its own, and storage for that site alone. Playwright turns the
 * latter off with its `--disable-features`; of two such switches Chromium takes the later one.
 */
const blockingThirdPartyCookies = [
  '--test-third-party-cookie-phaseout',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,PaintHolding,OptimizationHints',
];

/** The system's Chromium without a window, and without anything that calls home. */
export const launchChromium = ({ thirdPartyCookies = true } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(thirdPartyCookies ? [] : blockingThirdPartyCookies),
    ],
  });
