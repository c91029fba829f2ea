import { isDeepStrictEqual } from 'node:util';
import { app, Menu } from 'electron';
import { spoken, t } from '../../words/words.ts';
import { type MenuOptions, type MenuState, menuTemplate } from './menuTemplate.ts';

/** The menu in the menu bar: of the app on macOS, of each window elsewhere. */
export interface ApplicationMenu {
  /** Shows the menu for this state, where state or language are others than before. */
  show(state: MenuState): void;
}

export function createApplicationMenu(
  actions: Pick<MenuOptions, 'run' | 'openHelp'>,
): ApplicationMenu {
  let shown: unknown = null;

  return {
    show(state) {
      const next = { state, language: spoken().language };
      if (isDeepStrictEqual(shown, next)) return;
      shown = next;
      const template = menuTemplate({
        ...state,
        ...actions,
        platform: process.platform,
        hasDevTools: !app.isPackaged,
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
      app.setAboutPanelOptions({
        applicationName: 'Motorpool',
        applicationVersion: app.getVersion(),
        version: '',
        credits: t('about.credits'),
      });
    },
  };
}
