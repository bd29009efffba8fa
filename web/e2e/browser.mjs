// What every scenario needs: a browser, a Parley to look at, and a way to say why there is neither.
import { existsSync, mkdirSync } from 'node:fs';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startFakeGateway } from './fake-gateway.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

/** A real Parley, where one is given; its campaigns and their words are its own. */
export const REAL = process.env.BASE_URL || undefined;

/** The options of a test that needs a browser. */
export const inBrowser = () => skippedUnless(existsSync(CHROMIUM), `there is no Chromium at ${CHROMIUM} (apt-get install chromium, or set CHROMIUM)`);

/** The options of a test that needs the fake gateway's scripts or accidents. */
export const onFake = () => (REAL ? { skip: 'needs the fake gateway, BASE_URL is set' } : inBrowser());

function skippedUnless(present, reason) {
  if (present) return { timeout: 60_000 };
  if (process.env.PARLEY_REQUIRE_ALL === '1') throw new Error(`Nothing may be skipped, but ${reason}`);
  return { skip: reason };
}

/** One browser for all scenarios of a file; each has its own context, as a customer has their own browser. */
let browser;
after(() => browser?.close());

/**
 * Opens a page of Parley as a new customer.
 *
 * @param {{path?: string, gateway?: object, context?: import('playwright-core').BrowserContextOptions}} [settings]
 * @returns a page, the gateway where it is the fake one, and what ends all this
 */
export async function visit({ path = '', gateway: settings, context: wishes } = {}) {
  const gateway = REAL ? undefined : await startFakeGateway(settings);
  const base = (REAL ?? gateway.url).replace(/\/*$/, '/');
  browser ??= await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...wishes });
  const end = async () => {
    await context.close();
    await gateway?.close();
  };
  const page = await context.newPage();
  page.setDefaultTimeout(REAL ? 20_000 : 8_000);
  /** Script errors and policy violations so far. */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused connection is part of some scenarios; a policy violation or a script error never is.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text())) complaints.push(message.text());
  });
  try {
    await page.goto(base + path);
  } catch (cause) {
    await end();
    throw cause;
  }
  return { page, gateway, base, complaints, end };
}

/** Keeps a picture for people to look at; nothing compares it. */
export async function picture(page, name) {
  const folder = fileURLToPath(new URL('../target/screenshots/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png` });
}
