import { expect, type Machine, test } from './app.ts';
import { type OpenedConnect, openConnect } from './connectBar.ts';
import { expectNothingKept, keychainEntries } from './keyring.ts';
import {
  chooseBrand,
  DRIVER,
  grant,
  leavePreamble,
  logIn,
  readApp,
  waitForConnected,
  waitForOutcome,
  waitForReadings,
  walkConnect,
} from './pages.ts';

test.describe('the token endpoint', () => {
  async function untilGrant(machine: Machine): Promise<OpenedConnect> {
    const opened = await openConnect(machine);
    await leavePreamble(opened.connectPage);
    await chooseBrand(opened.connectPage, DRIVER);
    await logIn(opened.connectPage, DRIVER);
    return opened;
  }

  test('down: the same code works once it is back', async ({ machine }) => {
    const { page, connectPage, admin } = await untilGrant(machine);
    await admin.fault({ kind: 'token-down' });
    await grant(connectPage);
    await waitForOutcome(page, 'exchange_failed');
    await expectNothingKept(machine, page);
    await admin.clearFaults();
    await page
      .getByTestId('connect-outcome')
      .getByRole('button', { name: 'Try the last step again' })
      .click();
    await waitForConnected(page);
    await waitForReadings(page);
  });

  test('slow: progress is shown, and Cancel works', async ({ machine }) => {
    const { page, connectPage, admin } = await untilGrant(machine);
    await admin.fault({ kind: 'token-delay', ms: 60_000 });
    await grant(connectPage);
    const panel = page.getByTestId('connect-panel');
    await expect(panel.locator('li').nth(1)).toHaveAttribute('aria-current', 'step');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await waitForOutcome(page, 'cancelled');
    await expectNothingKept(machine, page);
  });

  test('answering something else than JSON is told as that', async ({ machine }) => {
    const { page, connectPage, admin } = await untilGrant(machine);
    await admin.fault({ kind: 'token-not-json' });
    await grant(connectPage);
    await waitForOutcome(page, 'exchange_failed');
    expect((await readApp(page)).connect).toMatchObject({
      outcome: { problem: 'unreadable_answer' },
    });
    await expectNothingKept(machine, page);
  });

  test('refusing a code that expired: start again', async ({ machine }) => {
    const { page, connectPage, admin } = await untilGrant(machine);
    // The code grows old on its way: the first try fails, the second comes too late.
    await admin.fault({ kind: 'token-down', count: 1 });
    await grant(connectPage);
    await waitForOutcome(page, 'exchange_failed');
    await admin.advanceClock(11 * 60_000);
    await page
      .getByTestId('connect-outcome')
      .getByRole('button', { name: 'Try the last step again' })
      .click();
    await expect
      .poll(async () => (await readApp(page)).connect)
      .toMatchObject({ outcome: { problem: 'invalid_grant', retryUntil: null } });
    await expectNothingKept(machine, page);
  });
});

test('vehicles that cannot be listed yet: the sign-in is kept, and they come later', async ({
  machine,
}) => {
  const { page, connectPage, admin } = await openConnect(machine);
  await admin.fault({ kind: 'api-down' });
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
  expect((await readApp(page)).connect).toMatchObject({
    outcome: { vehiclesRead: false, vehicleIds: [] },
  });
  expect(keychainEntries(machine)).toHaveLength(1);
  await admin.clearFaults();
  await page.getByRole('button', { name: 'Read the vehicles again' }).click();
  await waitForReadings(page);
});
