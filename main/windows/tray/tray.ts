import { Menu, Tray } from 'electron';
import { trayIcon } from './trayIcon.ts';
import { isMarked, type TrayActions, type TrayState, trayMenu, trayTooltip } from './trayMenu.ts';

/** The app's icon among those of the system. */
export interface AppTray {
  update(state: TrayState): void;
  remove(): void;
}

/** Puts the icon there; a desktop that has no place for it shows none, and nothing else changes. */
export function createTray(state: TrayState, actions: TrayActions): AppTray {
  let marked = isMarked(state);
  const tray = new Tray(trayIcon(marked));
  tray.on('click', actions.open);

  function update(next: TrayState): void {
    if (isMarked(next) !== marked) {
      marked = !marked;
      tray.setImage(trayIcon(marked));
    }
    tray.setToolTip(trayTooltip(next));
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(next, actions)));
  }

  update(state);
  return { update, remove: () => tray.destroy() };
}
