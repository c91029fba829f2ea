import type { ElectronApplication, Page } from '@playwright/test';
import type { ActionId } from '../contract/actions.ts';

/** An item of the application menu as the system shows it. */
export interface ShownItem {
  readonly id: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly accelerator: string | null;
  /** Whether it is the one of its group that is in use. */
  readonly checked: boolean;
}

/** The application menu: the names of its menus, and their items with those of menus in them. */
export function menuOf(app: ElectronApplication): Promise<Record<string, ShownItem[]>> {
  return app.evaluate(({ Menu }) => {
    const plain = (label: string) => label.replace('&', '');
    const menus = Menu.getApplicationMenu()?.items ?? [];
    return Object.fromEntries(
      menus.map(({ label, submenu }) => [
        plain(label),
        (submenu?.items ?? [])
          .flatMap((item) => [item, ...(item.submenu?.items ?? [])])
          .filter(({ type, visible }) => type !== 'separator' && visible)
          .map((item) => ({
            id: item.id ?? '',
            label: plain(item.label),
            enabled: item.enabled,
            accelerator: (item.accelerator as string | undefined) ?? null,
            checked: item.checked,
          })),
      ]),
    );
  });
}

/** Chooses an item of the application menu. */
export async function chooseItem(app: ElectronApplication, id: ActionId): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`no item ${wanted}`);
    item.click();
  }, id);
}

/** Notes the actions that the page is asked for; answers what came so far. */
export async function noteActions(page: Page): Promise<() => Promise<ActionId[]>> {
  await page.evaluate(() => {
    const ran: ActionId[] = [];
    Object.assign(window, { ran });
    window.motorpool.subscribe('action.run', (id) => ran.push(id));
  });
  return () => page.evaluate(() => (window as unknown as { ran: ActionId[] }).ran);
}
