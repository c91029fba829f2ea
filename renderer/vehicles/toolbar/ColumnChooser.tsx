import IconColumns3 from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMN_IDS, DEFAULT_VIEW, type TableView } from '../../../contract/tableView.ts';
import { Button } from '../../ui/Button.tsx';
import { shown, type ViewChange } from '../columns/viewChanges.ts';
import styles from './ColumnChooser.module.css';

interface ColumnChooserProps {
  readonly view: TableView;
  readonly change: (change: ViewChange) => void;
}

/** Between the panel and the window's edge, in pixels. */
const MARGIN = 8;

/** Which columns are shown. Their order, widths and pins are changed at their headings. */
export function ColumnChooser({ view, change }: ColumnChooserProps) {
  const { t } = useTranslation();
  const id = useId();
  const panel = useRef<HTMLFieldSetElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { columns, pinned, widths } = DEFAULT_VIEW;
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        popoverTarget={id}
        aria-haspopup="dialog"
        data-testid="columns-button"
      >
        <IconColumns3 size={16} aria-hidden />
        {t('columns.button')}
      </Button>
      <fieldset
        ref={panel}
        id={id}
        popover="auto"
        className={styles.panel}
        data-testid="columns-panel"
        onToggle={(event) => {
          if (event.newState !== 'open' || !panel.current || !button.current) return;
          const { right, bottom } = button.current.getBoundingClientRect();
          const { width, height } = panel.current.getBoundingClientRect();
          // Below the button, and inside of the window where that has no room for it.
          const below = Math.min(bottom + 4, window.innerHeight - height - MARGIN);
          const beside = Math.min(window.innerWidth - right, window.innerWidth - width - MARGIN);
          panel.current.style.top = `${Math.max(below, MARGIN)}px`;
          panel.current.style.right = `${Math.max(beside, MARGIN)}px`;
          panel.current.querySelector('input')?.focus();
        }}
      >
        <legend className={styles.legend}>{t('columns.title')}</legend>
        <div className={styles.list}>
          {COLUMN_IDS.map((column) => {
            const isShown = view.columns.includes(column);
            const isLast = isShown && view.columns.length === 1;
            return (
              <label key={column} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={isShown}
                  aria-disabled={isLast || undefined}
                  onChange={() => change(shown(view, column, !isShown))}
                />
                {t(`column.${column}`)}
              </label>
            );
          })}
        </div>
        <Button
          look="link"
          className={styles.reset}
          data-testid="columns-reset"
          onClick={() => change({ columns, pinned, widths })}
        >
          {t('columns.reset')}
        </Button>
      </fieldset>
    </>
  );
}
