import { expect, type Page } from '@playwright/test';
import { checkDigitOf } from '../contract/vin.ts';
import { makeVehicle } from '../sandbox/fleet/vehicle.ts';

/** Cars of the sandbox's own fleet, so that their drivers can log in. */
export const TESLA = makeVehicle(1, { kind: 'fleet', make: 'TESLA', ordinal: 0 }).vin;
export const SECOND_TESLA = makeVehicle(1, { kind: 'fleet', make: 'TESLA', ordinal: 1 }).vin;
export const HONDA = makeVehicle(1, { kind: 'fleet', make: 'HONDA', ordinal: 0 }).vin;
/** Too old for any connection; then the same with a mistyped character. */
export const OLD_HONDA = '1HGCM82633A004352';
export const MISTYPED = '1HGCM82633A004353';
export const FORD = 'WF0AXXWPMA1234567';

/** So many VINs that nobody has, each with a right check digit. */
export function vins(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const draft = `5YJ3E1EA0KF${String(100_000 + at)}`;
    return draft.slice(0, 8) + checkDigitOf(draft) + draft.slice(9);
  });
}

/** A list as a German fleet keeps it. */
export const FLEET_CSV = [
  'Kennzeichen;Fahrgestellnummer;Fahrer;Abteilung;Bezeichnung',
  `B-MP 1;${TESLA};Jürgen Groß;Vertrieb;Wagen 1`,
  `B-MP 2;${SECOND_TESLA.slice(0, 5)} ${SECOND_TESLA.slice(5)};Ada Lovelace;Vertrieb;Wagen 2`,
  `B-MP 3;${OLD_HONDA};;Technik;Wagen 3`,
  `B-MP 4;${MISTYPED};;Technik;=SUM(A1)`,
  `B-MP 5;${TESLA};;Technik;Wagen 5`,
  `B-MP 6;${FORD};;Technik;Wagen 6`,
  'B-MP 7;unbekannt;;Technik;Wagen 7',
].join('\r\n');

/** Goes to the import by its key, from anywhere that has the application menu. */
export async function openImport(page: Page): Promise<void> {
  await openOnboarding(page);
  await page.keyboard.press('v');
  await page.getByTestId('import-screen').waitFor();
}

export async function openOnboarding(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Application menu' }).click();
  await page.getByRole('menuitem', { name: 'Onboarding' }).click();
  await page.getByTestId('onboarding-screen').waitFor();
}

/** Chooses a file as the system's dialog would give it. */
export async function chooseFile(page: Page, text: string | Buffer, name = 'cars.csv') {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await page.getByTestId('import-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

export async function paste(page: Page, text: string): Promise<void> {
  await page.getByTestId('import-paste').fill(text);
  await page.getByTestId('import-read').click();
}

/** Checks what was read, and waits until Smartcar was asked as far as it can be. */
export async function check(page: Page): Promise<void> {
  await page.getByTestId('import-check').click();
  await page.getByTestId('import-report').waitFor();
  await page.getByTestId('import-country').waitFor();
}

/** Puts the cars on the list, and waits for the board. */
export async function take(page: Page): Promise<void> {
  await page.getByTestId('import-take').click();
  await page.getByTestId('board').waitFor();
}

/** How many cars a column of the board has. */
export async function expectColumn(page: Page, column: string, count: number): Promise<void> {
  const heading = page.locator(`[data-testid="board"] [data-column="${column}"] h3`);
  await expect(heading).toHaveText(new RegExp(` ${count}$`));
}
