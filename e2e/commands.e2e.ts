import { expect, test } from './app.ts';
import { passTime } from './clock.ts';
import {
  connectMore,
  expectSteps,
  openCommandOfFirst,
  planOf,
  startWithCommands,
} from './commands.ts';
import { checkGerman } from './language.ts';
import { checkScreen } from './screens.ts';

/** The first of the times after which the car is asked whether it obeyed. */
const FIRST_LOOK_MS = 10_000;
/** Longer than any pause between two of them. */
const NEXT_LOOK_MS = 5 * 60_000;
const LOOKS = 4;

const isSecurityCommand = (request: string) => /^POST .*\/security$/.test(request);
const isRead = (request: string) => /^POST .*\/batch$/.test(request);

test('a car is locked, by keyboard alone, and confirms it', async ({ machine }) => {
  const { app, page } = await startWithCommands(machine, 1);
  const dialog = await openCommandOfFirst(page, 'lock');
  await expect(dialog.getByTestId('command-verdict')).toHaveText('This car can.');
  await expect(dialog.getByTestId('command-sentence')).toContainText('calls left');
  await expect(dialog.getByTestId('command-run')).toBeFocused();
  await checkScreen(page, 'command-plan');

  await page.keyboard.press('Enter');
  await expectSteps(dialog, { accepted: 1 });
  await expect(dialog).toContainText('1 accepted by Smartcar');
  await checkScreen(page, 'command-accepted');
  await checkGerman(page, 'command-accepted');

  await passTime(app, FIRST_LOOK_MS);
  await expectSteps(dialog, { confirmed: 1 });
  await expect(dialog).toContainText('confirmed by the car at');
  await checkScreen(page, 'command-confirmed');

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const last = page.getByTestId('last-command');
  await expect(last).toHaveAttribute('data-step', 'confirmed');
  for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press(']');
  await expect(page.getByTestId('command-log')).toContainText('Lock');
});

test('unlocking needs its word', async ({ machine }) => {
  const { page, admin } = await startWithCommands(machine, 1);
  await admin.forgetRequests();
  const dialog = await openCommandOfFirst(page, 'unlock');
  const word = dialog.getByTestId('typed-word');
  await expect(word).toBeFocused();
  await page.keyboard.type('lock');
  await page.keyboard.press('Enter');
  await expect(dialog.getByTestId('command-run')).toHaveAttribute('aria-disabled', 'true');
  expect((await admin.requests()).filter(isSecurityCommand)).toEqual([]);
  await checkScreen(page, 'command-word');

  await word.fill('Unlock');
  await page.keyboard.press('Enter');
  await expectSteps(dialog, { accepted: 1 });
  expect((await admin.requests()).filter(isSecurityCommand)).toHaveLength(1);
});

test('a car that does not show the command stays unconfirmed', async ({ machine }) => {
  const { app, page, admin } = await startWithCommands(machine, 1);
  await admin.fault({ kind: 'command-lag', ms: 86_400_000 });
  await admin.forgetRequests();
  const dialog = await openCommandOfFirst(page, 'unlock');
  await page.keyboard.type('unlock');
  await page.keyboard.press('Enter');
  await expectSteps(dialog, { accepted: 1 });
  await expect
    .poll(async () => {
      await passTime(app, NEXT_LOOK_MS);
      return (await admin.requests()).filter(isRead);
    })
    .toHaveLength(LOOKS);
  await expectSteps(dialog, { unconfirmed: 1 });
  await expect(dialog).toContainText('Not confirmed by the car so far');
});

test('the dry run of many says who cannot and why', async ({ machine }) => {
  const cars = await startWithCommands(machine, 6);
  const { page } = cars;
  await connectMore(cars, 3, 'BMW', 'readable');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(9);
  await page.getByTestId('vehicle-row').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Lock 9 vehicles' }).press('Enter');
  const dialog = await planOf(page);
  await expect(dialog.getByTestId('command-verdict')).toHaveText('6 of 9 can.');
  await expect(dialog.getByTestId('command-group-not_granted')).toContainText('3 vehicles');
  await checkScreen(page, 'command-many');
  await dialog.getByTestId('command-run').press('Enter');
  await expectSteps(dialog, { accepted: 6 });
  await checkScreen(page, 'command-many-result');
});

test('the charge limit goes from 50 to 100 %', async ({ machine }) => {
  const { page } = await startWithCommands(machine, 1);
  const dialog = await openCommandOfFirst(page, 'set_charge_limit');
  const slider = dialog.getByTestId('charge-limit');
  await expect(slider).toHaveAttribute('aria-valuetext', '80%');
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '50%');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '55%');
  await checkScreen(page, 'command-limit');
  await slider.press('Enter');
  await expectSteps(dialog, { accepted: 1 });
});
