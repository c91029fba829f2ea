import { app } from 'electron';
import type { Events } from '../../contract/api.ts';
import type { EventName } from '../../contract/channels.ts';
import { keysWith } from '../../contract/shortcuts.ts';
import type { Services } from '../app/services.ts';
import { speak } from '../words/words.ts';
import type { AppWindow } from './appWindow.ts';
import { openHelp } from './helpLinks.ts';
import { createApplicationMenu } from './menu/applicationMenu.ts';
import type { AppTray } from './tray/tray.ts';
import type { TrayState } from './tray/trayMenu.ts';

/** What the system shows of the app besides its window: menu and icon, in the language in use. */
export interface Presence {
  /** Something has changed that the page hears of, too. */
  follow(event: EventName): void;
  /** Whether the app goes on when its window is closed. */
  keepsRunning(): boolean;
  remove(): void;
}

export interface PresenceOptions {
  readonly services: Pick<Services, 'board' | 'settings' | 'alerts' | 'fleet' | 'activity'>;
  readonly window: AppWindow;
  /** The system's preferred languages as BCP 47 tags. */
  readonly languages: readonly string[];
  /** While it is locked, menu and icon lead nowhere but to the window. */
  readonly isLocked: () => boolean;
  readonly onError: (error: unknown) => void;
}

export function createPresence(options: PresenceOptions): Presence {
  const { services, window, languages, isLocked } = options;
  const { board, settings, alerts, fleet, activity } = services;
  /** `undefined` while its code is on its way, so that it is fetched once. */
  let tray: AppTray | null | undefined = null;
  let isRemoved = false;
  let wasPaused = fleet.scheduler.state().paused;

  /** A menu that was opened before the lock is still there. */
  function order<N extends EventName>(event: N, payload: Events[N]): void {
    if (isLocked()) window.show();
    else window.order(event, payload);
  }
  const menu = createApplicationMenu({
    run: (action) => order('action.run', action),
    openHelp: (link) => void openHelp(link).catch(options.onError),
  });

  async function pause(isPaused: boolean): Promise<void> {
    if (isLocked()) {
      window.show();
      return;
    }
    await fleet.scheduler.pause(isPaused);
    const event = isPaused ? 'pause.queue' : 'resume.queue';
    await activity.note({ kind: 'pause', event, byPerson: true });
  }

  function showMenu(): void {
    const { application, shortcuts, appearance } = board.current();
    menu.show({
      hasApplication: application !== null,
      isLocked: isLocked(),
      isPaused: fleet.scheduler.state().paused,
      theme: appearance.choice.theme,
      density: settings.get('table').density,
      keys: keysWith(shortcuts),
    });
  }

  function trayState(): TrayState {
    return {
      attention: alerts.attention(),
      isPaused: fleet.scheduler.state().paused,
      hasApplication: board.current().application !== null,
      isLocked: isLocked(),
    };
  }

  /** macOS has the Dock for it. */
  function wantsTray(): boolean {
    return process.platform !== 'darwin' && board.current().desktop.tray && !isRemoved;
  }

  async function bringTray(): Promise<void> {
    tray = undefined;
    // Most people never have it.
    const { createTray } = await import('./tray/tray.ts');
    tray = null;
    if (!wantsTray()) return;
    tray = createTray(trayState(), {
      open: window.show,
      showAlerts: (vehicleIds) => order('alerts.show', { vehicleIds }),
      pause: (isPaused) => void pause(isPaused).catch(options.onError),
      quit: () => app.quit(),
    });
  }

  function updateTray(): void {
    if (tray === undefined) return;
    if (!wantsTray()) {
      tray?.remove();
      tray = null;
    } else if (tray) tray.update(trayState());
    else void bringTray().catch(options.onError);
  }

  function followStatus(): void {
    speak(board.current().appearance, languages);
    showMenu();
    updateTray();
  }

  /** The queue changes with every read; to menu and icon it is all one but for the pause. */
  function followQueue(): void {
    const { paused } = fleet.scheduler.state();
    if (paused === wasPaused) return;
    wasPaused = paused;
    showMenu();
    updateTray();
  }

  followStatus();
  return {
    follow(event) {
      if (event === 'status.changed' || event === 'lock.changed') followStatus();
      else if (event === 'alerts.changed') updateTray();
      else if (event === 'queue.changed') followQueue();
    },
    keepsRunning: () => wantsTray() && board.current().desktop.keepRunning,
    remove() {
      isRemoved = true;
      updateTray();
    },
  };
}
