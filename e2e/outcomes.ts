import type { ElectronApplication, Page } from '@playwright/test';
import type { ConnectOutcome } from '../contract/connect.ts';
import { type ConnectOptions, DEFAULT_CONNECT_OPTIONS } from '../contract/connectOptions.ts';
import type { Permission } from '../contract/permissions.ts';
import type { Transport } from '../contract/transport.ts';
import { expect } from './app.ts';
import { chooseBrand, DRIVER, leavePreamble, openRemotePage, waitForOutcome } from './pages.ts';
import { checkScreen } from './screens.ts';

/** More than the window has tab stops. */
const MOST_TABS = 60;

/** Options that ask for these permissions, all optional but those named in `required`. */
export function asking(
  permissions: readonly Permission[],
  required: readonly Permission[] = [],
  more: Partial<ConnectOptions> = {},
): ConnectOptions {
  return {
    ...DEFAULT_CONNECT_OPTIONS,
    ...more,
    permissions: permissions.map((permission) => ({
      permission,
      required: required.includes(permission),
    })),
  };
}

/** Starts an attempt as the Connect dialog does when it closes. */
export async function start(
  page: Page,
  options: ConnectOptions = DEFAULT_CONNECT_OPTIONS,
  transport?: Transport,
): Promise<void> {
  const answer = await page.evaluate((request) => window.motorpool['connect.start'](request), {
    options: { ...options, permissions: options.permissions && [...options.permissions] },
    ...(transport ? { transport } : {}),
  });
  expect(answer).toEqual({ ok: true, value: null });
}

/** Starts an attempt in the window, and answers Connect's first page. */
export async function startInWindow(
  app: ElectronApplication,
  page: Page,
  options?: ConnectOptions,
): Promise<Page> {
  return openRemotePage(app, () => start(page, options));
}

/** Goes from button to button with the Tab key until this one has the focus, and presses Enter. */
export async function pressByKeyboard(page: Page, testId: string): Promise<void> {
  const wanted = page.getByTestId(testId).first();
  await expect(wanted).not.toHaveAttribute('aria-disabled', 'true');
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((button) => button === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${testId}`);
}

/** Goes through Connect up to the login at a car maker, and logs in with this e-mail. */
export async function logInAs(connectPage: Page, email: string, brand = 'AUDI'): Promise<void> {
  await leavePreamble(connectPage);
  await chooseBrand(connectPage, { ...DRIVER, brand });
  await connectPage.locator('#username').fill(email);
  await connectPage.locator('#password').fill('x');
  await connectPage.locator('#sign-in-button').click();
}

/** What is said wherever nothing came of an attempt. */
export const SAFE = 'Nothing was saved';

interface OutcomeLook {
  readonly title: string | RegExp;
  /** Words that the screen must say beside its title. */
  readonly says?: readonly (string | RegExp)[];
  /** Name of the pictures, where an outcome has more than one. */
  readonly picture?: string;
}

/** Waits for an outcome's screen, and looks at its words, in both themes and with axe. */
export async function expectOutcome(
  page: Page,
  kind: ConnectOutcome['kind'],
  { title, says = [], picture = kind }: OutcomeLook,
): Promise<void> {
  await waitForOutcome(page, kind);
  const screen = page.getByTestId('connect-outcome');
  await expect(screen.getByRole('heading', { level: 2 })).toContainText(title);
  for (const words of says) await expect(screen).toContainText(words);
  await expect(screen).toContainText(/Session [0-9A-F]{4}, /);
  await expect(screen.getByTestId('outcome-primary')).toHaveCount(1);
  expect(await screen.getByTestId('outcome-other').count()).toBeLessThanOrEqual(2);
  await expect(screen.getByTestId('outcome-close')).toHaveCount(1);
  await checkScreen(page, `outcome-${picture}`);
}

/** What an attempt asked Connect for: all but its state, which serves once. */
export function askedFor(connectUrl: URL): Record<string, string> {
  const { state, ...asked } = Object.fromEntries(connectUrl.searchParams);
  expect(state).toMatch(/^[\w-]{43}$/);
  return asked;
}

/** What the app has put on the clipboard. */
export function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

/** Leads a page of Connect's to an address, as a script of its own could. */
export async function leadTo(connectPage: Page, address: string): Promise<void> {
  // The window may be destroyed on the way, and the script's answer with it.
  await connectPage
    .evaluate((url) => {
      window.location.href = url;
    }, address)
    .catch(() => undefined);
}
