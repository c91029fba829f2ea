import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../../contract/actions.ts';
import { ACTION_IDS } from '../../../contract/actions.ts';
import type { Shortcuts } from '../../../contract/shortcuts.ts';
import { useActions } from '../../actions/actions.ts';

import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import screen from '../SettingsScreen.module.css';
import { SettingsSection } from '../SettingsSection.tsx';
import { useUndoableChange } from '../useUndoableChange.ts';
import { ShortcutRow } from './ShortcutRow.tsx';
import styles from './ShortcutSettings.module.css';

/** What can be taken back: all keys that a person chose, together. */
interface Kept {
  readonly shortcuts: Shortcuts;
}

/** These keys, and another one for this action; `undefined` is the first one. */
function withKey(shortcuts: Shortcuts, id: ActionId, key: string | null | undefined): Shortcuts {
  const { [id]: _before, ...rest } = shortcuts;
  return key === undefined ? rest : { ...rest, [id]: key };
}

/** The keys of everything that can be done from anywhere. Each change applies at once. */
export function ShortcutSettings() {
  const { t } = useTranslation();
  const { shortcuts } = useStatus();
  const actions = useActions();
  const list = useRef<HTMLUListElement>(null);
  const { change, undo, changed } = useUndoableChange<Kept>({ shortcuts }, (next) =>
    window.motorpool['settings.setShortcuts'](next.shortcuts),
  );
  // The button is about to go, and would take the focus with it.
  const focusList = () => list.current?.querySelector('button')?.focus();

  return (
    <SettingsSection title={t('actions.shortcuts.title')}>
      <p>{t('actions.shortcuts.intro')}</p>
      <ul ref={list} className={styles.rows} data-testid="shortcut-settings">
        {ACTION_IDS.map((id) => (
          <ShortcutRow
            key={id}
            action={actions[id]}
            shortcuts={shortcuts}
            onKey={(key) => change({ shortcuts: withKey(shortcuts, id, key) })}
          />
        ))}
      </ul>
      {Object.keys(shortcuts).length > 0 && (
        <div className={screen.buttons}>
          <Button
            data-testid="shortcuts-reset"
            onClick={() => {
              change({ shortcuts: {} });
              focusList();
            }}
          >
            {t('actions.shortcuts.resetAll')}
          </Button>
        </div>
      )}
      <div role="status" className={screen.changed}>
        {changed && (
          <>
            <span>{t('actions.shortcuts.changed')}</span>
            {changed.canUndo && (
              <Button
                look="link"
                data-testid="shortcuts-undo"
                onClick={() => {
                  undo();
                  focusList();
                }}
              >
                {t('actions.shortcuts.undo')}
              </Button>
            )}
          </>
        )}
      </div>
    </SettingsSection>
  );
}
