import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import styles from './SettingsScreen.module.css';

interface ChangedProps {
  readonly of: {
    readonly changed: { readonly canUndo: boolean } | null;
    readonly undo: () => void;
  };
  /** What holds now, where it has words of its own. */
  readonly text?: string;
  /** Finds what has the focus once the button is gone; the heading of the page where it is left out. */
  readonly back?: () => HTMLElement | null | undefined;
  /** Names the button that takes the change back. */
  readonly testId: string;
}

/** Says that a change holds, and takes it back. */
export function Changed({ of: { changed, undo }, text, back, testId }: ChangedProps) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const heading = () => line.current?.closest('section')?.querySelector('h2');
  const undoHere = () => {
    undo();
    // The button is about to go, and would take the focus with it.
    (back ?? heading)()?.focus();
  };
  return (
    <div ref={line} role="status" className={styles.changed}>
      {changed && (
        <>
          <span>{text ?? t('settings.changed')}</span>
          {changed.canUndo && (
            <Button look="link" data-testid={testId} onClick={undoHere}>
              {t('settings.undo')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
