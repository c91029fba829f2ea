import { useTranslation } from 'react-i18next';
import { useTableSettings } from '../../state/tableSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { useShell } from '../shell.ts';

/** Narrows the table to the vehicles that a message is about. */
export function ShowThem({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const { show } = useShell();
  const [table, change] = useTableSettings();
  if (table.current.query === query) return null;
  return (
    <Button
      data-testid="show-them"
      onClick={() => {
        change({ ...table, current: { ...table.current, query } });
        show('vehicles');
      }}
    >
      {t('banner.showThem')}
    </Button>
  );
}
