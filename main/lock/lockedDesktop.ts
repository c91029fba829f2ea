import type { AlertDesktop } from '../alerts/alerts.ts';
import { t } from '../words/words.ts';

/** The desktop as alerts may use it while the app can be locked: then no names, no values. */
export function lockedDesktop(desktop: AlertDesktop, isLocked: () => boolean): AlertDesktop {
  return {
    // Who stands in front of the locked window sees no list.
    isFocused: () => !isLocked() && desktop.isFocused(),
    show(notice) {
      if (!isLocked()) {
        desktop.show(notice);
        return;
      }
      const { vehicleIds } = notice;
      const body = t('notification.locked', { count: vehicleIds.length });
      desktop.show({ title: 'Motorpool', body, vehicleIds });
    },
    setBadge: desktop.setBadge,
  };
}
