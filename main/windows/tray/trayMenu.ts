import type { MenuItemConstructorOptions } from 'electron';
import type { KindAttention } from '../../alerts/alertBook.ts';
import { countText } from '../../words/formats.ts';
import { t } from '../../words/words.ts';

export interface TrayState {
  /** What the rules found, by kind. */
  readonly attention: readonly KindAttention[];
  readonly isPaused: boolean;
  /** Without an application there is nothing to look at or to pause. */
  readonly hasApplication: boolean;
  /** Then it tells nothing, and does nothing but show the window. */
  readonly isLocked: boolean;
}

export interface TrayActions {
  /** Brings the window forward. */
  readonly open: () => void;
  /** Shows the alerts of these vehicles. */
  readonly showAlerts: (vehicleIds: readonly string[]) => void;
  readonly pause: (isPaused: boolean) => void;
  readonly quit: () => void;
}

/** The vehicles with alerts that nobody has seen. */
function unseenVehicles({ attention }: TrayState): number {
  return new Set(attention.flatMap(({ unseenIds }) => unseenIds)).size;
}

/** Whether the icon has its mark. */
export function isMarked(state: TrayState): boolean {
  return unseenVehicles(state) > 0;
}

/** What the icon says under the pointer. */
export function trayTooltip(state: TrayState): string {
  if (state.isLocked) return t('tray.locked');
  const count = unseenVehicles(state);
  if (count > 0) return t('tray.need', { count, value: countText(count) });
  return state.isPaused ? t('tray.paused') : 'Motorpool';
}

function attentionItem(
  { kind, vehicleIds, unseenIds }: KindAttention,
  { showAlerts }: TrayActions,
): MenuItemConstructorOptions {
  const words = { what: t(`alert.${kind}`), value: countText(vehicleIds.length) };
  const unseen = unseenIds.length;
  return {
    id: kind,
    label:
      unseen === 0
        ? t('tray.vehicles', words)
        : t('tray.vehiclesNew', { ...words, unseen: countText(unseen) }),
    // What is new is what somebody comes for.
    click: () => showAlerts(unseen === 0 ? vehicleIds : unseenIds),
  };
}

/** The menu of the icon, in the language that is spoken. */
export function trayMenu(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const { attention, isPaused, hasApplication, isLocked } = state;
  const ofApplication: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    ...(attention.length === 0
      ? [{ id: 'none', label: t('tray.none'), enabled: false }]
      : attention.map((one) => attentionItem(one, actions))),
    { type: 'separator' },
    {
      id: 'pause',
      label: t(isPaused ? 'tray.resume' : 'tray.pause'),
      click: () => actions.pause(!isPaused),
    },
  ];
  return [
    { id: 'open', label: t('tray.open'), click: actions.open },
    ...(hasApplication && !isLocked ? ofApplication : []),
    { type: 'separator' },
    { id: 'quit', label: t('tray.quit'), click: actions.quit },
  ];
}
