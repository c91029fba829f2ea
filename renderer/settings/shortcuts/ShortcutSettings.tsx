import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../../contract/actions.ts';
import { ACTION_IDS } from '../../../contract/actions.ts';
import type { Shortcuts } from '../../../contract/shortcuts.ts';
import { useActions } from '../../actions/actions.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../Changed.tsx';
import screen from '../SettingsScreen.module.css';
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
  const changing = useUndoableChange<Kept>({ shortcuts }, (next) =>
    window.motorpool['settings.setShortcuts'](next.shortcuts),
  );
  const { change } = changing;
  const firstButton = () => list.current?.querySelector('button');

  return (
    <>
      <p className={screen.quiet}>{t('actions.shortcuts.intro')}</p>
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
              // This one is about to go, and would take the focus with it.
              firstButton()?.focus();
            }}
          >
            {t('actions.shortcuts.resetAll')}
          </Button>
        </div>
      )}
      <Changed of={changing} back={firstButton} testId="shortcuts-undo" />
    </>
  );
}
