import { expect, test } from './app.ts';
import { expectSteps, openCommandOfFirst, planOf, startWithCommands } from './commands.ts';
import { checkGerman } from './language.ts';
import { checkScreen } from './screens.ts';

/** What Smartcar answers, and the words it ends in. */
const REFUSALS = [
  ['lock', 'VEHICLE_STATE:ASLEEP', 'The car is asleep.'],
  ['lock', 'VEHICLE_STATE:UNREACHABLE', 'The car has no mobile reception.'],
  ['lock', 'VEHICLE_STATE:DOOR_OPEN', 'A door is open.'],
  ['start_charging', 'VEHICLE_STATE:CHARGING_PLUG_NOT_CONNECTED', 'is not plugged in.'],
  ['lock', 'BILLING:VEHICLE_REQUEST_LIMIT', 'This month’s calls of this car are used up.'],
  ['lock', 'UPSTREAM:NO_RESPONSE', 'The car maker did not carry it out.'],
  ['lock', 'COMPATIBILITY:VEHICLE_NOT_CAPABLE', 'This car does not do this through Smartcar.'],
] as const;

for (const [kind, error, words] of REFUSALS) {
  test(`${kind}: ${error}`, async ({ machine }) => {
    const { page, admin } = await startWithCommands(machine, 1);
    await admin.fault({ kind: 'api-error', error, method: 'POST', path: pathOf(kind) });
    const dialog = await openCommandOfFirst(page, kind);
    await dialog.getByTestId('command-run').press('Enter');
    await expectSteps(dialog, { failed: 1 });
    await expect(dialog).toContainText(words);
    await expect(dialog).toContainText(error);
    const name = `command-${error.toLowerCase().replace(/\W/g, '-')}`;
    await checkScreen(page, name);
    await checkGerman(page, name);
  });
}

function pathOf(kind: 'lock' | 'start_charging'): string {
  return kind === 'lock' ? '/security' : '/charge';
}

test('asked too often: says when it is possible again', async ({ machine }) => {
  const { page, admin } = await startWithCommands(machine, 1);
  await admin.fault({
    kind: 'api-error',
    error: 'RATE_LIMIT:VEHICLE',
    retryAfter: 600,
    method: 'POST',
    path: '/security',
  });
  const dialog = await openCommandOfFirst(page, 'lock');
  await dialog.getByTestId('command-run').press('Enter');
  await expectSteps(dialog, { failed: 1 });
  await expect(dialog).toContainText('This car was asked too often. Possible again at');
});

test('only the failed ones are tried again', async ({ machine }) => {
  const { page, admin } = await startWithCommands(machine, 5);
  await admin.fault({
    kind: 'api-error',
    error: 'UPSTREAM:NO_RESPONSE',
    method: 'POST',
    path: '/security',
    count: 2,
  });
  await page.getByTestId('vehicle-row').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Lock 5 vehicles' }).press('Enter');
  const dialog = await planOf(page);
  await dialog.getByTestId('command-run').press('Enter');
  await expectSteps(dialog, { failed: 2, accepted: 3 });

  await admin.forgetRequests();
  await dialog.getByTestId('command-retry').press('Enter');
  await expectSteps(dialog, { failed: 0, waiting: 0, sent: 0 });
  const sent = (await admin.requests()).filter((request) => /^POST .*\/security$/.test(request));
  expect(sent).toHaveLength(2);
});

test('offline in the middle: what was not reached is said, the rest is not sent', async ({
  machine,
}) => {
  const { page, admin } = await startWithCommands(machine, 6);
  await admin.fault({ kind: 'api-delay', ms: 2_500, method: 'POST', path: '/security' });
  await page.getByTestId('vehicle-row').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Lock 6 vehicles' }).press('Enter');
  const dialog = await planOf(page);
  await dialog.getByTestId('command-run').press('Enter');
  await dialog.locator('[data-step=accepted]').first().waitFor();
  await admin.fault({ kind: 'api-down' });
  await dialog.locator('[data-step=failed]').first().waitFor();
  await expect(dialog.locator('[data-step=waiting], [data-step=sent]')).toHaveCount(0);
  await expect(dialog).toContainText('Smartcar gave no answer');
  await checkScreen(page, 'command-offline-midway');
});

test('the rest is called off, and a closed dialog is found again', async ({ machine }) => {
  const { page, admin } = await startWithCommands(machine, 8);
  await admin.fault({ kind: 'api-delay', ms: 60_000, method: 'POST', path: '/security' });
  await page.getByTestId('vehicle-row').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Lock 8 vehicles' }).press('Enter');
  const dialog = await planOf(page);
  await dialog.getByTestId('command-run').press('Enter');
  await dialog.locator('[data-step=sent]').first().waitFor();
  await checkScreen(page, 'command-running');
  await checkGerman(page, 'command-running');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByTestId('command-status').press('Enter');
  await dialog.getByTestId('command-cancel-rest').press('Enter');
  await dialog.locator('[data-step=cancelled]').first().waitFor();
  await expect(dialog.locator('[data-step=waiting]')).toHaveCount(0);
});

test('offline from the start: disabled, with the reason', async ({ machine }) => {
  const { page, admin } = await startWithCommands(machine, 1);
  await admin.fault({ kind: 'api-down' });
  await page.getByTestId('vehicle-row').first().click();
  await page.getByTestId('detail-refresh').press('Enter');
  const commands = page.getByTestId('detail-commands');
  await expect(commands).toContainText('Smartcar cannot be reached, so no command can be sent.');
  await expect(commands.getByTestId('command-lock')).toHaveAttribute('aria-disabled', 'true');
  await checkScreen(page, 'command-offline');
});
