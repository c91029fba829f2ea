import { expect, type Page } from '@playwright/test';
import { openSettings } from '../settings.ts';
import { tourData } from './data.ts';
import { backToTable, leave, lookInto, openApplicationMenu } from './layers.ts';
import { setPassphrase } from './lock.ts';
import type { Look } from './look.ts';

/** Fields of a profile, and the question before it is removed; the last one is no simulated one if any is. */
async function tourProfiles(page: Page, look: Look): Promise<void> {
  await page.getByTestId('profile-edit').last().press('Enter');
  await page.getByTestId('profile-name').waitFor();
  await look('settings-profile-edit');
  const remove = page.getByTestId('profile-remove');
  if (!(await remove.isVisible())) return;
  await remove.press('Enter');
  await page.getByTestId('typed-word').waitFor();
  await look('settings-profile-remove');
  await leave(page, 'remove-profile');
}

async function tourPermissions(page: Page, look: Look): Promise<void> {
  await page.getByTestId('preset-add').press('Enter');
  await page.getByTestId('preset-name').waitFor();
  await look('settings-preset-edit');
  await page.getByTestId('preset-delete').press('Enter');
  await page.getByTestId('preset-undo').waitFor();
  await look('settings-preset-deleted');
}

async function tourRefresh(page: Page, look: Look): Promise<void> {
  const rules = page.locator('select[data-testid^=refresh-group-]');
  if ((await rules.count()) === 0) return;
  await rules.first().selectOption('night');
  await page.getByTestId('refresh-undo').waitFor();
  await rules.first().focus();
  await look('settings-refresh-night');
  await page.getByTestId('refresh-undo').focus();
  await look('settings-refresh-changed');
  await page.getByTestId('refresh-undo').press('Enter');
}

async function tourAlerts(page: Page, look: Look): Promise<void> {
  const notify = page.getByTestId('alert-notify');
  if (!(await notify.isChecked())) await notify.press('Space');
  const quiet = page.getByTestId('alert-quiet');
  if (!(await quiet.isChecked())) await quiet.press('Space');
  await page.getByTestId('alert-quiet-day-0').waitFor();
  await look('settings-alerts-quiet');
}

async function tourOwnMap(page: Page, look: Look): Promise<void> {
  const template = page.getByTestId('own-map-template');
  await template.fill('http://tiles.example.com/{z}/{x}/{y}.png');
  await template.press('Enter');
  await expect(template).toHaveAttribute('aria-invalid', 'true');
  await look('settings-map-problem');
}

async function tourShortcuts(page: Page, look: Look): Promise<void> {
  const change = page.getByTestId('shortcut-alerts-change');
  const says = page.getByTestId('shortcut-alerts').getByRole('status');
  await change.press('Enter');
  await expect(says).not.toBeEmpty();
  await look('settings-shortcut-asking');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(says).toContainText(/E/);
  await look('settings-shortcut-taken');
  await page.keyboard.press('Escape');
  await expect(says).toBeEmpty();
}

const STATES: Readonly<Record<string, (page: Page, look: Look) => Promise<void>>> = {
  application: tourProfiles,
  permissions: tourPermissions,
  refresh: tourRefresh,
  alerts: tourAlerts,
  map: tourOwnMap,
  privacy: setPassphrase,
  data: tourData,
  shortcuts: tourShortcuts,
};

async function tourSearch(page: Page, look: Look): Promise<void> {
  const search = page.getByTestId('settings-search');
  await search.fill('km');
  await expect(page.getByRole('tab')).not.toHaveCount(0);
  await look('settings-found');
  await search.fill('no such setting');
  await expect(page.getByRole('tab')).toHaveCount(0);
  await look('settings-none-found');
  await search.fill('');
}

/** Every page of the settings with what comes up on it. The system's dialogs must be answered. */
export async function tourSettings(page: Page, look: Look): Promise<void> {
  await lookInto(page, look, 'profile-menu', () => openApplicationMenu(page));
  const settings = await openSettings(page, 'application');
  await tourSearch(page, look);
  const tabs = settings.getByRole('tab');
  const names = await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute('data-page')));
  expect(Object.keys(STATES).filter((name) => !names.includes(name))).toEqual([]);
  for (const name of names) {
    if (name === null) continue;
    const tab = page.getByTestId(`settings-page-${name}`);
    await tab.press('Enter');
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await look(`settings-${name}`);
    await STATES[name]?.(page, look);
  }
  await backToTable(page);
}
