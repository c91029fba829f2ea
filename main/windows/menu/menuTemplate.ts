import type { MenuItemConstructorOptions } from 'electron';
import { type ActionId, FREE_ACTIONS } from '../../../contract/actions.ts';
import type { Appearance } from '../../../contract/appearance.ts';
import type { HelpLink } from '../../../contract/application.ts';
import type { Density } from '../../../contract/tableView.ts';
import { spoken, t } from '../../words/words.ts';
import { acceleratorOf } from './accelerator.ts';
import { titleCase, withMnemonics } from './labels.ts';

/** What the menu depends on besides the words. */
export interface MenuState {
  /** Before there is one, only what has nothing to do with vehicles can be done. */
  readonly hasApplication: boolean;
  readonly isLocked: boolean;
  /** Reading of the queue is held. */
  readonly isPaused: boolean;
  readonly theme: Appearance['theme'];
  readonly density: Density;
  /** The keys in use, as the app writes them: `Mod+Shift+m`. */
  readonly keys: Readonly<Partial<Record<ActionId, string | null>>>;
}

export interface MenuOptions extends MenuState {
  readonly platform: NodeJS.Platform;
  /** Packaged apps have no developer tools. */
  readonly hasDevTools: boolean;
  readonly run: (action: ActionId) => void;
  readonly openHelp: (link: HelpLink) => void;
}

type Item = MenuItemConstructorOptions;
type RoleWords = keyof typeof import('../../words/en.json')['role'];
type ActionWords = keyof typeof import('../../words/en.json')['action'];

const SEPARATOR: Item = { type: 'separator' };

/** Words that macOS has of its own. */
const MAC_ROLES = ['undo', 'paste', 'minimize'] as const;
const isMacRole = (role: RoleWords) => MAC_ROLES.find((one) => one === role);

/** The application menu of a platform, in the language that is spoken. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { platform, hasApplication, isLocked, isPaused, theme, density, keys, run } = options;
  const isMac = platform === 'darwin';
  const styled = (text: string) => (isMac && spoken().language === 'en' ? titleCase(text) : text);

  function role(name: RoleWords): Item {
    const ofMac = isMac ? isMacRole(name) : undefined;
    return { role: name, label: styled(ofMac ? t(`mac.${ofMac}`) : t(`role.${name}`)) };
  }

  /** The page sees the key first and does what it does; here it is only shown (on macOS, a fallback). */
  function action(id: ActionId & ActionWords): Item {
    const accelerator = acceleratorOf(keys[id] ?? null);
    return {
      id,
      label: styled(t(`action.${id}`)),
      enabled: !isLocked && (hasApplication || FREE_ACTIONS.has(id)),
      ...(accelerator !== null && { accelerator, registerAccelerator: false }),
      click: () => run(id),
    };
  }

  const choice = (id: ActionId & ActionWords, isChosen: boolean): Item => ({
    ...action(id),
    ...{ type: 'radio', checked: isChosen },
  });

  const link = (id: 'dashboard' | 'status_page'): Item => ({
    id,
    label: styled(t(`link.${id}`)),
    click: () => options.openHelp(id),
  });

  const application: Item = {
    label: 'Motorpool',
    submenu: [
      role('about'),
      SEPARATOR,
      action('settings'),
      action('anotherApplication'),
      SEPARATOR,
      { ...role('services'), submenu: [] },
      SEPARATOR,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      SEPARATOR,
      role('quit'),
    ],
  };

  const file: Item = {
    label: isMac ? t('mac.file') : t('menu.file'),
    submenu: [
      action('connect'),
      action('importVins'),
      action('checkVins'),
      SEPARATOR,
      action('export'),
      SEPARATOR,
      ...(isMac
        ? [role('close')]
        : [action('settings'), action('anotherApplication'), SEPARATOR, role('quit')]),
    ],
  };

  const edit: Item = {
    label: t('menu.edit'),
    submenu: [
      role('undo'),
      role('redo'),
      SEPARATOR,
      role('cut'),
      role('copy'),
      role('paste'),
      role('delete'),
      role('selectAll'),
      SEPARATOR,
      action('search'),
    ],
  };

  const view: Item = {
    label: isMac ? t('mac.view') : t('menu.view'),
    submenu: [
      action('vehicles'),
      action('map'),
      action('onboarding'),
      action('activity'),
      action('alerts'),
      SEPARATOR,
      action('palette'),
      SEPARATOR,
      {
        label: styled(t('menu.theme')),
        submenu: [
          choice('themeSystem', theme === 'system'),
          choice('themeLight', theme === 'light'),
          choice('themeDark', theme === 'dark'),
        ],
      },
      {
        label: styled(t('menu.rows')),
        submenu: [
          choice('rowsNormal', density === 'normal'),
          choice('rowsCompact', density === 'compact'),
        ],
      },
      SEPARATOR,
      action('hideDetails'),
      action('lockNow'),
      SEPARATOR,
      role('resetZoom'),
      role('zoomIn'),
      // The same key without Shift, on keyboards that have the plus above the equals sign.
      {
        ...role('zoomIn'),
        accelerator: 'CommandOrControl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
      },
      role('zoomOut'),
      SEPARATOR,
      role('togglefullscreen'),
      ...(options.hasDevTools ? [SEPARATOR, role('toggleDevTools')] : []),
    ],
  };

  const vehicle: Item = {
    label: t('menu.vehicle'),
    submenu: [
      action('refresh'),
      action('refreshAll'),
      {
        ...action('pauseReading'),
        ...(isPaused && { label: styled(t('resumeReading')) }),
      },
      SEPARATOR,
      action('showOnMap'),
    ],
  };

  const window: Item = {
    label: t('menu.window'),
    ...(isMac && { role: 'window' as const }),
    submenu: [
      role('minimize'),
      ...(isMac ? [role('zoom'), SEPARATOR, role('front')] : [role('close')]),
    ],
  };

  const help: Item = {
    label: t('menu.help'),
    role: 'help',
    submenu: [
      action('keys'),
      SEPARATOR,
      link('dashboard'),
      link('status_page'),
      SEPARATOR,
      action('diagnostics'),
      action('supportFile'),
      ...(isMac ? [] : [SEPARATOR, role('about')]),
    ],
  };

  const menus = [file, edit, view, vehicle, window, help];
  return isMac ? [application, ...menus] : withMnemonics(menus);
}
