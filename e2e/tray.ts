import type { ElectronApplication } from '@playwright/test';

/** An icon among those of the system, with its menu. */
export interface ShownTray {
  readonly tooltip: string;
  readonly labels: string[];
  readonly isDestroyed: boolean;
  readonly pictures: number;
}

interface Noted {
  tray: Electron.Tray;
  tooltip: string;
  menu: Electron.Menu | null;
  pictures: number;
}

/** Looks over the shoulder of the tray: Electron tells nobody what an icon shows. */
export async function noteTrays(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Tray }) => {
    const noted: { trays: Noted[] } = { trays: [] };
    Object.assign(globalThis, noted);
    const of = (tray: Electron.Tray) => {
      let found = noted.trays.find((one) => one.tray === tray);
      if (!found) {
        found = { tray, tooltip: '', menu: null, pictures: 0 };
        noted.trays.push(found);
      }
      return found;
    };
    const { setToolTip, setContextMenu, setImage } = Tray.prototype;
    Tray.prototype.setToolTip = function note(this: Electron.Tray, text) {
      of(this).tooltip = text;
      setToolTip.call(this, text);
    };
    Tray.prototype.setContextMenu = function note(this: Electron.Tray, menu) {
      of(this).menu = menu;
      setContextMenu.call(this, menu);
    };
    Tray.prototype.setImage = function note(this: Electron.Tray, image) {
      of(this).pictures += 1;
      setImage.call(this, image);
    };
  });
}

/** All icons that there were since `noteTrays`. */
export function traysOf(app: ElectronApplication): Promise<ShownTray[]> {
  return app.evaluate(() => {
    const { trays } = globalThis as unknown as { trays: Noted[] };
    return trays.map(({ tray, tooltip, menu, pictures }) => ({
      tooltip,
      labels: (menu?.items ?? []).map(({ label }) => label).filter(Boolean),
      isDestroyed: tray.isDestroyed(),
      pictures,
    }));
  });
}

/** Chooses an item of the icon that came last. */
export async function chooseInTray(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const { trays } = globalThis as unknown as { trays: Noted[] };
    const item = trays.at(-1)?.menu?.items.find((one) => one.label === wanted);
    if (!item) throw new Error(`no item ${wanted}`);
    item.click();
  }, label);
}
