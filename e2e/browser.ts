import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, createBrowser, type Page } from '../sandbox/testing/browser.ts';
import { DRIVER, type Driver } from './pages.ts';

/** What the desktop does when the app gives an address to the system's browser. */
export interface SystemBrowser {
  /** To be laid over the app's environment, so that its addresses come here. */
  readonly env: Readonly<Record<string, string>>;
  /** All addresses that came so far. */
  addresses(): string[];
  /** Waits for the next address that this has not answered yet. */
  nextAddress(): Promise<URL>;
  /** From now on the desktop lets no program receive links of a scheme. */
  refuseSchemes(): void;
  /** Its files go. */
  remove(): void;
}

const ADDRESS_LIMIT_MS = 20_000;
const POLL_MS = 50;
const MOST_STEPS = 8;

function writeProgram(file: string, lines: readonly string[]): void {
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(file, 0o755);
}

/**
 * A folder with the two programs by which Electron talks to a Linux desktop: `xdg-open`, which here
 * writes down what it is given, and `xdg-settings`, which takes every scheme.
 */
export function createSystemBrowser(): SystemBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'motorpool-browser-'));
  const opened = join(folder, 'opened');
  mkdirSync(opened);
  writeProgram(join(folder, 'xdg-open'), [
    'name="$(date +%s%N)-$$"',
    `printf '%s' "$1" > "${opened}/.$name"`,
    // Moved, so that nobody reads a half-written one.
    `mv "${opened}/.$name" "${opened}/$name"`,
  ]);
  writeProgram(join(folder, 'xdg-settings'), ['exit 0']);
  let answered = 0;

  const addresses = () =>
    readdirSync(opened)
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => readFileSync(join(opened, name), 'utf8'));

  return {
    env: { PATH: [folder, process.env.PATH ?? ''].join(delimiter) },
    addresses,
    async nextAddress() {
      const deadline = Date.now() + ADDRESS_LIMIT_MS;
      for (;;) {
        const next = addresses()[answered];
        if (next !== undefined) {
          answered += 1;
          return new URL(next);
        }
        if (Date.now() > deadline) throw new Error('The app gave the browser no address');
        await delay(POLL_MS);
      }
    },
    refuseSchemes: () => writeProgram(join(folder, 'xdg-settings'), ['exit 1']),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the person does on a page of Connect, by the last part of its path. */
function act(browser: Browser, page: Page, driver: Driver): Promise<Page> {
  const step = new URL(page.url).pathname.split('/').at(-1);
  switch (step) {
    case 'start':
      return browser.press(page, 'continue-button');
    case 'brands':
      return browser.press(page, driver.brand);
    case 'login':
      return browser.press(page, 'sign-in-button', {
        username: driver.email,
        password: driver.password,
      });
    case 'grant':
      return browser.press(page, 'approval-button');
    case 'problem':
      return browser.press(page, 'problem-continue');
    default:
      throw new Error(`Nobody knows what to do at ${step} (${page.status})`);
  }
}

/**
 * Goes through Connect, or a re-authentication, as a browser without scripts would: real HTTP and
 * cookies, everything allowed. Answers the address that it is redirected to at the end.
 */
export async function walkInBrowser(
  address: URL | string,
  driver: Driver = DRIVER,
  browser: Browser = createBrowser(),
): Promise<URL> {
  let page = await browser.open(String(address));
  for (let steps = 0; page.leftTo === undefined; steps += 1) {
    if (steps === MOST_STEPS) throw new Error(`Still at ${page.url} (${page.status})`);
    page = await act(browser, page, driver);
  }
  return new URL(page.leftTo);
}

/** Goes to one address, such as the redirect to localhost, and answers what the person then sees. */
export function openInBrowser(address: URL | string): Promise<Page> {
  return createBrowser().open(String(address));
}
