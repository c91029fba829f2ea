import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { Button } from '../ui/Button.tsx';
import styles from './CommandDialog.module.css';
import { VehicleName } from './VehicleName.tsx';

/** More names than anybody reads. */
const MOST = 100;

/** Which vehicles these are, for who wants to know. */
export function VehicleNames({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const more = ids.length - MOST;
  return (
    <>
      <Button
        look="link"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setIsOpen((before) => !before)}
      >
        {t(isOpen ? 'command.names.hide' : 'command.names.show')}
      </Button>
      {isOpen && (
        <ul id={listId} className={styles.names}>
          {ids.slice(0, MOST).map((id) => (
            <li key={id}>
              <VehicleName id={id} />
            </li>
          ))}
          {more > 0 && (
            <li>{t('command.names.more', { count: more, value: formatCount(more) })}</li>
          )}
        </ul>
      )}
    </>
  );
}
