import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, root, test } from './app.ts';
import { expectRunning, focusedAddress, leadTo, openConnect, pressKey } from './connectBar.ts';
import { leavePreamble, remotePages, waitForOutcome } from './pages.ts';
import { checkScreen } from './screens.ts';
import { SELF_SIGNED_HOST, startSelfSigned } from './selfSigned.ts';

/** Brings the main window forward, or the one beside it. */
async function focusWindow(app: ElectronApplication, which: 'main' | 'connect'): Promise<void> {
  await app.evaluate(({ BaseWindow, BrowserWindow }, name) => {
    BaseWindow.getAllWindows()
      .find((window) => window instanceof BrowserWindow === (name === 'main'))
      ?.focus();
  }, which);
}

test('says where one is, in both themes', async ({ machine }) => {
  const { connectPage, bar } = await openConnect(machine);
  await expect(bar.address).toContainText(new URL(connectPage.url()).host);
  await expect(bar.address).toHaveAttribute('data-security', 'local');
  await expect(bar.progress).toBeHidden();
  await checkScreen(bar.page, 'connect-bar');
});

test('goes back, loads again and closes, by its buttons', async ({ machine }) => {
  const { page, connectPage, bar, admin } = await openConnect(machine);
  await expect(bar.back).toHaveAttribute('aria-disabled', 'true');
  await leavePreamble(connectPage);
  await bar.back.click();
  await connectPage.locator('#continue-button').waitFor();
  await expect(bar.progress).toBeHidden();
  await admin.forgetRequests();
  await bar.reload.click();
  await expect.poll(() => admin.requests()).not.toEqual([]);
  await bar.close.click();
  await waitForOutcome(page, 'closed');
});

test('goes back, loads again and closes, by keys; Escape does nothing', async ({ machine }) => {
  const { app, page, connectPage, bar, admin } = await openConnect(machine);
  await leavePreamble(connectPage);
  await pressKey(app, connectPage, 'Left', ['alt']);
  await connectPage.locator('#continue-button').waitFor();
  for (const [where, keyCode, modifiers] of [
    [connectPage, 'F5', []],
    [connectPage, 'R', ['control']],
    [bar.page, 'R', ['control']],
  ] as const) {
    await expect(bar.progress).toBeHidden();
    await admin.forgetRequests();
    await pressKey(app, where, keyCode, modifiers);
    await expect.poll(() => admin.requests()).not.toEqual([]);
  }
  // Pressed until it is so: windows of tests beside this one take the keyboard, too.
  for (const [from, to] of [
    [connectPage, bar.page],
    [bar.page, connectPage],
  ] as const) {
    await expect(async () => {
      await pressKey(app, from, 'F6');
      expect(await focusedAddress(app)).toBe(to.url());
    }).toPass();
  }
  await pressKey(app, connectPage, 'Escape');
  await expectRunning(page);
  await pressKey(app, connectPage, 'W', ['control']);
  await waitForOutcome(page, 'closed');
});

test('is worked by keyboard alone', async ({ machine }) => {
  const { app, page, bar } = await openConnect(machine);
  await bar.page.keyboard.press('Tab');
  await expect(bar.back).toBeFocused();
  await bar.page.keyboard.press('Tab');
  await expect(bar.reload).toBeFocused();
  await bar.page.keyboard.press('Tab');
  await expect(bar.useBrowser).toBeFocused();
  await bar.page.keyboard.press('Tab');
  await expect(bar.close).toBeFocused();
  // The bar is gone before the key is let go.
  await bar.page.keyboard.press('Enter').catch(() => undefined);
  await waitForOutcome(page, 'closed');
  expect(remotePages(app)).toEqual([]);
});

test('leaves the keyboard to the page when the window comes forward again', async ({ machine }) => {
  const { app, connectPage } = await openConnect(machine);
  // Tried until it is so: windows of tests beside this one come forward, too.
  await expect(async () => {
    await focusWindow(app, 'main');
    expect(await focusedAddress(app)).toBe('app://bundle/index.html');
    await focusWindow(app, 'connect');
    expect(await focusedAddress(app)).toBe(connectPage.url());
  }).toPass();
});

test('keeps the end of a host in sight, and all its buttons, at twice the size', async ({
  machine,
}) => {
  const server = await startSelfSigned();
  machine.atEnd(server.stop);
  const { app, connectPage, bar } = await openConnect(machine, [
    `--host-resolver-rules=MAP *.${SELF_SIGNED_HOST}:443 127.0.0.1:${server.port}`,
  ]);
  await leadTo(
    connectPage,
    `https://connect.smartcar.com.a-very-long-name-of-another.${SELF_SIGNED_HOST}/`,
  );
  await expect(bar.failed).toBeVisible();
  await app.evaluate(({ webContents }) => {
    const contents = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('app://bundle/connectBar.html'));
    contents?.setZoomFactor(2);
  });
  await expect
    .poll(() =>
      app.evaluate(({ BaseWindow, BrowserWindow }) => {
        const window = BaseWindow.getAllWindows().find((one) => !(one instanceof BrowserWindow));
        return window?.contentView.children.map((view) => view.getBounds().y);
      }),
    )
    .toEqual([0, 88]);
  const isWithin = await bar.page.evaluate(() =>
    [...document.querySelectorAll('header button')].every((button) => {
      const { left, right, width } = button.getBoundingClientRect();
      return left >= 0 && right <= window.innerWidth && width >= 28;
    }),
  );
  expect(isWithin).toBe(true);
  const shown = await bar.address.evaluate((address) => {
    const seen = address.querySelector('.host')?.getBoundingClientRect();
    const whole = address.querySelector('.host > span')?.getBoundingClientRect();
    if (!seen || !whole) throw new Error('There is no host');
    return { cut: whole.left < seen.left, end: whole.right - seen.right, width: seen.width };
  });
  expect(shown.cut).toBe(true);
  expect(shown.end).toBeLessThanOrEqual(1);
  expect(shown.width).toBeGreaterThan(40);
});

test('can ask for nothing else, and nobody else can ask', async ({ machine }) => {
  const { app, page, bar } = await openConnect(machine);
  await bar.page.evaluate(() => {
    const { connectBar } = window as unknown as { connectBar: { act(action: unknown): void } };
    for (const action of ['quit', { kind: 'close' }, null]) connectBar.act(action);
  });
  const preload = join(root, 'out/preload/connectBar.cjs');
  const answer = await app.evaluate(async ({ BrowserWindow }, path) => {
    const intruder = new BrowserWindow({ show: false, webPreferences: { preload: path } });
    await intruder.loadURL('app://bundle/connectBar.html');
    const asked: Promise<string> = intruder.webContents.executeJavaScript(
      "window.connectBar.act('close'); window.connectBar.ready().then(() => 'answered', () => 'refused')",
    );
    const said = await asked;
    intruder.destroy();
    return said;
  }, preload);
  expect(answer).toBe('refused');
  await expectRunning(page);
});

test('is a small page of its own, without the main window’s code', () => {
  const folder = join(root, 'out/renderer');
  const html = readFileSync(join(folder, 'connectBar.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, file = '']) => file,
  );
  expect(files).toHaveLength(2);
  const script = readFileSync(
    join(folder, files.find((file) => file.endsWith('.js')) ?? ''),
    'utf8',
  );
  expect(script.length).toBeLessThan(15_000);
  expect(script).not.toMatch(/\bimport\b/);
});
