import { isDeepStrictEqual } from 'node:util';
import { app, Menu } from 'electron';
import type { ActionId } from '../../../contract/actions.ts';
import { spoken, t } from '../../words/words.ts';
import { type MenuOptions, type MenuState, menuTemplate } from './menuTemplate.ts';

/** Of each group, the menu marks one. */
const CHOICES: ReadonlySet<ActionId> = new Set<ActionId>([
  ...['themeSystem', 'themeLight', 'themeDark'],
  ...['rowsNormal', 'rowsCompact'],
] as const);

/** The menu in the menu bar: of the app on macOS, of each window elsewhere. */
export interface ApplicationMenu {
  /** Shows the menu for this state, where state or language are others than before. */
  show(state: MenuState): void;
}

export function createApplicationMenu(
  actions: Pick<MenuOptions, 'run' | 'openHelp'>,
): ApplicationMenu {
  let shown: unknown = null;

  function build(state: MenuState): void {
    const template = menuTemplate({
      ...state,
      platform: process.platform,
      hasDevTools: !app.isPackaged,
      openHelp: actions.openHelp,
      run(action) {
        actions.run(action);
        // The system ticks what was chosen; it is for the page to say whether it came to that.
        if (CHOICES.has(action)) build(state);
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  return {
    show(state) {
      const next = { state, language: spoken().language };
      if (isDeepStrictEqual(shown, next)) return;
      shown = next;
      build(state);
      app.setAboutPanelOptions({
        applicationName: 'Motorpool',
        applicationVersion: app.getVersion(),
        version: '',
        credits: t('about.credits'),
      });
    },
  };
}
