import { expect, test } from './app.ts';
import { movableClock, passTime, sleepMachine } from './clock.ts';
import { keychainEntries } from './keyring.ts';
import { expectOutcome, pressByKeyboard, startInWindow } from './outcomes.ts';
import {
  chooseBrand,
  DRIVER,
  leavePreamble,
  logIn,
  openRemotePage,
  tryWithSimulatedCars,
  waitForConnected,
  walkConnect,
} from './pages.ts';
import { checkScreen } from './screens.ts';

const OVER_MS = 31 * 60_000;

test('timed_out: a window that nobody finishes closes by itself', async ({ machine }) => {
  const { app, page } = await machine.start(movableClock);
  await tryWithSimulatedCars(page);
  const connectPage = await startInWindow(app, page);
  const closed = connectPage.waitForEvent('close');
  await passTime(app, OVER_MS);
  await closed;
  await expectOutcome(page, 'timed_out', {
    title: 'No answer came in time',
    says: ['before the driver was done', 'Nothing was saved'],
  });
  const again = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
  await walkConnect(again, DRIVER);
  await waitForConnected(page);
});

test('expired: an answer after the machine has slept is too late', async ({ machine }) => {
  const { app, page } = await machine.start(movableClock);
  await tryWithSimulatedCars(page);
  const connectPage = await startInWindow(app, page);
  await leavePreamble(connectPage);
  await chooseBrand(connectPage, DRIVER);
  await logIn(connectPage, DRIVER);
  await sleepMachine(app, OVER_MS);
  await connectPage.locator('#approval-button').click({ noWaitAfter: true });
  await expectOutcome(page, 'expired', {
    title: 'The answer came too late',
    says: ['Nothing was saved'],
  });
  expect(keychainEntries(machine)).toEqual([]);
  const again = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
  await walkConnect(again, DRIVER);
  await waitForConnected(page);
});

test('a login that takes its time gets a word on why, and a way to look', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await page.clock.install();
  await startInWindow(app, page);
  const panel = page.getByTestId('connect-panel');
  await expect(panel).toContainText('Running for');
  await page.clock.fastForward(59_000);
  await expect(panel).not.toContainText('Still there?');
  await page.clock.fastForward(2_000);
  await expect(panel).toContainText('Still there?');
  await expect(panel.getByRole('button', { name: /status page/ })).toBeVisible();
  await checkScreen(page, 'connecting-slow');
});
