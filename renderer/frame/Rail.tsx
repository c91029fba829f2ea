import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../contract/actions.ts';
import { ariaKeys, useActions, useWithKey } from '../actions/actions.ts';
import styles from './Rail.module.css';
import { type Screen, useShell } from './shell.ts';

/** The areas of the window from the top, each with the action that leads there. */
const AREAS: readonly { readonly action: ActionId; readonly screens: readonly Screen[] }[] = [
  { action: 'vehicles', screens: ['vehicles'] },
  { action: 'map', screens: ['map'] },
  { action: 'onboarding', screens: ['onboarding', 'vinImport'] },
  { action: 'activity', screens: ['diagnostics'] },
  { action: 'settings', screens: ['settings'] },
];

/** The ways between the areas, always in the same place. */
export function Rail() {
  const { t } = useTranslation();
  const { screen } = useShell();
  const actions = useActions();
  const withKey = useWithKey();
  return (
    <nav className={styles.rail} aria-label={t('actions.rail')} data-testid="rail">
      <ul className={styles.areas}>
        {AREAS.map(({ action, screens }) => {
          const { name, icon: Picture, run } = actions[action];
          return (
            <li key={action}>
              <button
                type="button"
                className={styles.area}
                aria-label={name}
                aria-current={screens.includes(screen) ? 'page' : undefined}
                aria-keyshortcuts={ariaKeys(actions[action])}
                title={withKey(actions[action])}
                data-testid={`rail-${action}`}
                onClick={run}
              >
                <Picture size={20} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
