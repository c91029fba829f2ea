import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ActionId, FREE_ACTIONS } from '../../../contract/actions.ts';
import { speak, spoken } from '../../words/words.ts';
import { type MenuOptions, menuTemplate } from './menuTemplate.ts';

const PLATFORMS = ['darwin', 'win32', 'linux'] as const;

function menuOf(part: Partial<MenuOptions> = {}) {
  const ran: ActionId[] = [];
  const template = menuTemplate({
    platform: 'linux',
    hasApplication: true,
    isLocked: false,
    isPaused: false,
    theme: 'system',
    density: 'normal',
    keys: { connect: 'Mod+n', refreshAll: 'Mod+Shift+r', keys: '?', search: 'Mod+f' },
    hasDevTools: false,
    run: (id) => ran.push(id),
    openHelp: () => undefined,
    ...part,
  });
  return { template, ran };
}

const submenu = (item: MenuItemConstructorOptions) =>
  Array.isArray(item.submenu) ? item.submenu : [];

function flat(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...flat(submenu(item))]);
}

const plain = (label: string | undefined) => label?.replace('&', '');

/** The menus as a person reads them. */
function read(template: readonly MenuItemConstructorOptions[]) {
  return Object.fromEntries(
    template.map((menu) => [
      plain(menu.label),
      submenu(menu)
        .filter(({ type, visible }) => type !== 'separator' && visible !== false)
        .map(({ label }) => plain(label)),
    ]),
  );
}

beforeEach(() => speak({ ...spoken(), language: 'en' }));

test('on macOS: the application comes first, and English is written as its menus are', () => {
  expect(read(menuOf({ platform: 'darwin' }).template)).toEqual({
    Motorpool: [
      'About Motorpool',
      'Settings…',
      'Use Another Application…',
      'Services',
      'Hide Motorpool',
      'Hide Others',
      'Show All',
      'Quit Motorpool',
    ],
    File: [
      'Connect a Car…',
      'Import a VIN List…',
      'Check Cars before Connecting…',
      'Export…',
      'Close Window',
    ],
    Edit: ['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Delete', 'Select All', 'Find Vehicles'],
    View: [
      ...[
        'Vehicles',
        'Map',
        'Onboarding',
        'Activity',
        'Alerts…',
        'Commands…',
        'Theme',
        'Rows of the Table',
        'Hide or Show Details',
        'Lock Motorpool',
      ],
      ...['Actual Size', 'Zoom In', 'Zoom Out', 'Full Screen'],
    ],
    Vehicle: ['Refresh', 'Plan a Refresh of All…', 'Pause Reading', 'Show on the Map'],
    Window: ['Minimise', 'Zoom', 'Bring All to Front'],
    Help: [
      ...['Keyboard Shortcuts', 'Smartcar Dashboard', 'Smartcar Status'],
      ...['Health and Support', 'Make a Support File…'],
    ],
  });
});

test.each(['win32', 'linux'] as const)(
  'on %s: settings and the way out are in the first menu',
  (platform) => {
    const menus = read(menuOf({ platform }).template);
    expect(Object.keys(menus)).toEqual(['File', 'Edit', 'View', 'Vehicle', 'Window', 'Help']);
    expect(menus.File).toEqual([
      'Connect a car…',
      'Import a VIN list…',
      'Check cars before connecting…',
      'Export…',
      'Settings…',
      'Use another application…',
      'Quit Motorpool',
    ]);
    expect(menus.Window).toEqual(['Minimise', 'Close window']);
    expect(menus.Help?.at(-1)).toBe('About Motorpool');
  },
);

test('in German, with what macOS calls otherwise', () => {
  speak({ ...spoken(), language: 'de' });
  const windows = read(menuOf({ platform: 'win32' }).template);
  expect(Object.keys(windows)).toEqual([
    ...['Datei', 'Bearbeiten', 'Ansicht', 'Fahrzeug', 'Fenster', 'Hilfe'],
  ]);
  expect(windows.Bearbeiten).toContain('Rückgängig');
  const mac = read(menuOf({ platform: 'darwin' }).template);
  expect(Object.keys(mac)).toEqual([
    ...['Motorpool', 'Ablage', 'Bearbeiten', 'Darstellung', 'Fahrzeug', 'Fenster', 'Hilfe'],
  ]);
  expect(mac.Bearbeiten).toEqual(expect.arrayContaining(['Widerrufen', 'Einsetzen']));
  expect(mac.Fenster).toContain('Im Dock ablegen');
});

describe.each(PLATFORMS)('on %s', (platform) => {
  const actions = (options: Partial<MenuOptions> = {}) =>
    flat(menuOf({ platform, ...options }).template).filter(({ id, role }) => id && !role);

  test('no item is there twice, and each has words', () => {
    const { template } = menuOf({ platform });
    const ids = actions().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(flat(template).filter(({ type, label }) => type !== 'separator' && !label)).toEqual([]);
  });

  test('keys are shown, and left to the page', () => {
    const byId = new Map(actions().map((item) => [item.id, item]));
    expect(byId.get('connect')).toMatchObject({
      accelerator: 'CommandOrControl+N',
      registerAccelerator: false,
    });
    expect(byId.get('refreshAll')?.accelerator).toBe('CommandOrControl+Shift+R');
    // A key that people type would run it in the middle of a word.
    expect(byId.get('keys')).not.toHaveProperty('accelerator');
    expect(byId.get('map')).not.toHaveProperty('accelerator');
  });

  const enabled = (state: Partial<MenuOptions>) =>
    actions(state)
      .filter((item) => item.enabled !== false)
      .map(({ id }) => id);

  test('before there is an application, only what needs none can be chosen', () => {
    const free = [...FREE_ACTIONS, 'dashboard', 'status_page'];
    expect(new Set(enabled({ hasApplication: false }))).toEqual(new Set(free));
  });

  test('while it is locked, only the links can be chosen', () => {
    expect(enabled({ isLocked: true })).toEqual(['dashboard', 'status_page']);
  });

  test('theme and rows in use are marked, one of each', () => {
    const marked = (state: Partial<MenuOptions>) =>
      actions(state)
        .filter(({ type, checked }) => type === 'radio' && checked)
        .map(({ id }) => id);
    expect(marked({})).toEqual(['themeSystem', 'rowsNormal']);
    expect(marked({ theme: 'dark', density: 'compact' })).toEqual(['themeDark', 'rowsCompact']);
  });

  test('the item that holds reading says what it would do', () => {
    const words = (isPaused: boolean) => {
      const item = actions({ isPaused }).find(({ id }) => id === 'pauseReading');
      return plain(item?.label)?.toLowerCase();
    };
    expect([words(false), words(true)]).toEqual(['pause reading', 'resume reading']);
  });

  test('an item runs its action', () => {
    const { template, ran } = menuOf({ platform });
    const item = flat(template).find(({ id }) => id === 'map');
    (item?.click as (() => void) | undefined)?.();
    expect(ran).toEqual(['map']);
  });

  test('developer tools are in no packaged app', () => {
    const has = (hasDevTools: boolean) =>
      flat(menuOf({ platform, hasDevTools }).template).some(
        ({ role }) => role === 'toggleDevTools',
      );
    expect([has(true), has(false)]).toEqual([true, false]);
  });

  test('letters lead to one item each, where the platform has them', () => {
    const { template } = menuOf({ platform, hasDevTools: true });
    for (const menu of [template, ...flat(template).map(submenu)]) {
      const letters = menu.flatMap(
        ({ label }) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? [],
      );
      expect(new Set(letters).size).toBe(letters.length);
      const named = menu.filter(({ label, visible }) => label && visible !== false);
      expect(letters).toHaveLength(platform === 'darwin' ? 0 : named.length);
    }
  });
});
