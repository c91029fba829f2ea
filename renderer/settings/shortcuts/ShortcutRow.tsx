import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../../contract/actions.ts';
import { DEFAULT_KEYS, FIXED_KEYS, keysWith, type Shortcuts } from '../../../contract/shortcuts.ts';
import type { Action } from '../../actions/actions.ts';
import { pressedKey } from '../../actions/pressedKey.ts';
import { isMac } from '../../frame/shortcuts.ts';
import { keyText } from '../../keys/keyText.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { type Refusal, refusalOf } from './refusal.ts';
import styles from './ShortcutSettings.module.css';

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

interface ShortcutRowProps {
  readonly action: Action;
  readonly shortcuts: Shortcuts;
  /** `undefined`: back to the default. */
  readonly onKey: (key: string | null | undefined) => void;
}

/** An action, its keys, and the ways to change the one that can be changed. */
export function ShortcutRow({ action, shortcuts, onKey }: ShortcutRowProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { id, icon: Picture } = action;
  const name = t(`actions.name.${id}`);
  const key = keysWith(shortcuts)[id];
  const fixed = FIXED_KEYS[id] ?? [];
  const isDefault = key === DEFAULT_KEYS[id];

  const refusalWords = (one: Refusal) => {
    if (one.why === 'needsMod') {
      return t('actions.shortcuts.refused.needsMod', {
        mod: isMac ? '⌘' : keyText('Mod', false, t),
      });
    }
    const written = keyText(one.key, isMac, t);
    if (one.why === 'reserved') return t('actions.shortcuts.refused.reserved', { key: written });
    return t('actions.shortcuts.refused.taken', {
      key: written,
      name: t(`actions.name.${one.by as ActionId}`),
    });
  };
  const end = () => {
    setIsAsking(false);
    setRefusal(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isAsking || event.key === 'Tab') return;
    // What is pressed here is asked for; it must do nothing else.
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || MODIFIERS.has(event.key)) return;
    if (event.key === 'Escape') {
      end();
      return;
    }
    const pressed = pressedKey(event.nativeEvent, isMac);
    const refused = refusalOf(pressed, id, shortcuts);
    setRefusal(refused);
    if (refused !== null) return;
    end();
    if (pressed !== key) onKey(pressed === DEFAULT_KEYS[id] ? undefined : pressed);
  };

  return (
    <li className={styles.row} data-testid={`shortcut-${id}`}>
      <Picture size={16} aria-hidden />
      <span className={styles.name}>{name}</span>
      <span className={styles.keys}>
        {key === null && <span className={styles.quiet}>{t('actions.shortcuts.none')}</span>}
        {key !== null && <Kbd>{keyText(key, isMac, t)}</Kbd>}
        {fixed.map((one) => (
          <span key={one} className={styles.quiet}>
            <Kbd>{keyText(one, isMac, t)}</Kbd> {t('actions.shortcuts.always')}
          </span>
        ))}
      </span>
      <span className={styles.buttons}>
        <Button
          aria-label={t('actions.shortcuts.change', { name })}
          aria-describedby={isAsking ? `shortcut-${id}-says` : undefined}
          data-testid={`shortcut-${id}-change`}
          onClick={() => setIsAsking(true)}
          onKeyDown={onKeyDown}
          onBlur={end}
        >
          {t('actions.shortcuts.changeShort')}
        </Button>
        <Button
          unavailable={key === null}
          aria-label={t('actions.shortcuts.clear', { name })}
          data-testid={`shortcut-${id}-clear`}
          onClick={() => onKey(null)}
        >
          {t('actions.shortcuts.clearShort')}
        </Button>
        <Button
          unavailable={isDefault}
          aria-label={t('actions.shortcuts.reset', { name })}
          data-testid={`shortcut-${id}-reset`}
          onClick={() => {
            const refused = refusalOf(DEFAULT_KEYS[id] ?? null, id, shortcuts);
            if (DEFAULT_KEYS[id] === null || refused === null) onKey(undefined);
            else setRefusal(refused);
          }}
        >
          {t('actions.shortcuts.resetShort')}
        </Button>
      </span>
      {/* Always there: a live region that appears together with its text is not read out. */}
      <p id={`shortcut-${id}-says`} role="status" className={styles.says}>
        {refusal ? refusalWords(refusal) : isAsking && t('actions.shortcuts.press')}
      </p>
    </li>
  );
}
