import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import { readApp } from './pages.ts';
import { freePorts } from './ports.ts';
import { fillBackendForm } from './setup.ts';

const saveButton = (page: Page) => page.getByRole('button', { name: 'Use this backend' });

async function expectNothingChanged(machine: Machine, page: Page): Promise<void> {
  expect((await readApp(page)).status.application).toBeNull();
  expect(keychainEntries(machine)).toEqual([]);
}

test('a staff token that the backend does not know is refused, the right one taken', async ({
  machine,
  startOwnSandbox,
  startBackend,
}) => {
  const sandbox = await startOwnSandbox();
  const backend = await startBackend(sandbox);
  const { page } = await machine.start({ env: sandbox.env });
  const staffToken = `anna.${'x'.repeat(43)}`;
  await fillBackendForm(page, { ...backend, staffToken });
  await saveButton(page).click();
  await expect(page.getByText('does not accept this staff token')).toBeVisible();
  await expectNothingChanged(machine, page);

  await page.getByLabel('Staff token', { exact: true }).fill(backend.staffToken);
  await saveButton(page).click();
  await page.getByTestId('connect-button').first().waitFor();
});

test('an address where nothing answers, or something else, is told as that', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const [nobody] = await freePorts(1);
  const { page } = await machine.start({ env: sandbox.env });
  const staffToken = 'anna.a-token';
  await fillBackendForm(page, { address: `http://127.0.0.1:${nobody}`, staffToken });
  await saveButton(page).click();
  await expect(page.getByText('Nothing answered')).toBeVisible();

  await page.getByRole('textbox', { name: 'Address of the backend' }).fill(sandbox.origin);
  await saveButton(page).click();
  await expect(page.getByText('not an exchange backend')).toBeVisible();
  await expectNothingChanged(machine, page);
});

test('nothing is sent in plain HTTP to another computer', async ({ machine }) => {
  const [port] = await freePorts(1);
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  machine.atEnd(() => void server.close());
  // For the app this is another computer, and it could reach it.
  const address = `http://fleet.example:${port}`;
  const { app, page } = await machine.start({
    args: ['--host-resolver-rules=MAP fleet.example 127.0.0.1'],
  });
  const staffToken = 'anna.a-token';
  await fillBackendForm(page, { address, staffToken });
  await saveButton(page).click();
  await expect(page.getByText('The address must start with https://')).toBeVisible();
  const answer = await page.evaluate(
    (form) =>
      window.motorpool['setup.saveBackend']({ form, profileId: null }).then(
        () => 'answered',
        () => 'refused',
      ),
    { address, staffToken },
  );
  expect(answer).toBe('refused');
  expect(requests).toBe(0);
  await expectNothingChanged(machine, page);

  await app.evaluate(async ({ net }, url) => void (await net.fetch(url)), address);
  expect(requests).toBe(1);
});
