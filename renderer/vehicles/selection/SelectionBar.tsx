import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { AnchoredMenu } from '../../ui/AnchoredMenu.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './SelectionBar.module.css';
import { selection, useSelection } from './selection.ts';
import { useBulkActions } from './useBulkActions.ts';

interface SelectionBarProps {
  readonly onExport: (ids: readonly string[]) => void;
  /** Where the keyboard goes when the bar is gone. */
  readonly onDone: () => void;
}

/** What can be done to all vehicles that are picked; each button says to how many. */
export function SelectionBar({ onExport, onDone }: SelectionBarProps) {
  const { t } = useTranslation();
  const picked = useSelection();
  const { first, more } = useBulkActions(onExport);
  const [menuAt, setMenuAt] = useState<DOMRect | null>(null);
  const count = picked.size;
  if (count === 0) return null;

  const value = formatCount(count);
  return (
    <section className={styles.bar} aria-label={t('bulk.title')} data-testid="selection-bar">
      <strong className={styles.count}>{t('bulk.selected', { count, value })}</strong>
      <IconButton
        icon={IconX}
        label={t('bulk.clear')}
        data-testid="bulk-clear"
        onClick={() => {
          selection.clear();
          onDone();
        }}
      />
      {first.map(({ id, icon: Picture, label, run }) => (
        <Button key={id} data-testid={`bulk-${id}`} onClick={run}>
          <Picture size={16} aria-hidden />
          {label}
        </Button>
      ))}
      <Button
        aria-haspopup="menu"
        data-testid="bulk-more"
        onClick={({ currentTarget }) => setMenuAt(currentTarget.getBoundingClientRect())}
      >
        {t('bulk.more')}
      </Button>
      {menuAt && (
        <AnchoredMenu
          label={t('bulk.more')}
          at={menuAt}
          items={more}
          onClose={() => setMenuAt(null)}
        />
      )}
    </section>
  );
}
