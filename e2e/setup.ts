import { expect, type Page } from '@playwright/test';
import type { OwnSandbox } from './sandbox.ts';

const MODE_LABELS = { live: 'Live', simulated: 'Simulated' } as const;

interface OwnApplicationChoice {
  readonly sandbox: Pick<OwnSandbox, 'clientId' | 'clientSecret' | 'redirectUris'>;
  /** In place of all that the sandbox has registered. */
  readonly redirectUris?: readonly string[];
  readonly mode?: keyof typeof MODE_LABELS;
}

/** From the first run to the filled form for an application whose secret this computer keeps. */
export async function fillApplicationForm(
  page: Page,
  { sandbox, redirectUris = sandbox.redirectUris, mode = 'simulated' }: OwnApplicationChoice,
): Promise<void> {
  await page.getByTestId('door-own').click();
  await page.getByRole('textbox', { name: 'Client ID' }).fill(sandbox.clientId);
  await page.getByLabel('Client secret', { exact: true }).fill(sandbox.clientSecret);
  await page.getByRole('textbox', { name: 'Redirect URIs' }).fill(redirectUris.join('\n'));
  await page.getByRole('radiogroup', { name: 'Mode' }).getByText(MODE_LABELS[mode]).click();
}

/** First run: takes the other door, for an application whose secret Smartcar accepts. */
export async function chooseOwnApplication(
  page: Page,
  choice: OwnApplicationChoice,
): Promise<void> {
  await fillApplicationForm(page, choice);
  await page.getByRole('button', { name: 'Use this application' }).click();
  await page.getByTestId('connect-button').first().waitFor();
}

/** Has an application be in use with this secret, whatever Smartcar says to it. */
export async function keepSecret(
  page: Page,
  { clientId, redirectUris }: Pick<OwnSandbox, 'clientId' | 'redirectUris'>,
  clientSecret: string,
): Promise<void> {
  const form = { clientId, clientSecret, redirectUris: redirectUris.join('\n') };
  const answer = await page.evaluate(
    (filled) =>
      window.motorpool['setup.saveApplication']({
        form: { ...filled, mode: 'simulated' },
        profileId: null,
      }),
    form,
  );
  expect(answer).toEqual({ ok: true, value: null });
}

/** From the first run to the filled form for a company's backend. */
export async function fillBackendForm(
  page: Page,
  { address, staffToken }: { readonly address: string; readonly staffToken: string },
): Promise<void> {
  await page.getByTestId('door-own').click();
  await page.getByTestId('secret-backend').check();
  await page.getByRole('textbox', { name: 'Address of the backend' }).fill(address);
  await page.getByLabel('Staff token', { exact: true }).fill(staffToken);
}

/** First run: takes the other door, for a company's backend that keeps the secret. */
export async function chooseBackend(
  page: Page,
  backend: Parameters<typeof fillBackendForm>[1],
): Promise<void> {
  await fillBackendForm(page, backend);
  await page.getByRole('button', { name: 'Use this backend' }).click();
  await page.getByTestId('connect-button').first().waitFor();
}
