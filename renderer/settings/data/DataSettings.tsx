import { useTranslation } from 'react-i18next';
import { ClearFields } from './ClearFields.tsx';
import { FileFields } from './FileFields.tsx';
import { KeepFields } from './KeepFields.tsx';
import { SizeTable } from './SizeTable.tsx';

/** What is kept on this computer: how much, how long, into a file and back, and away. */
export function DataSettings() {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('data.size')}</h3>
      <SizeTable />
      <h3>{t('data.keep')}</h3>
      <KeepFields />
      <h3>{t('data.file')}</h3>
      <FileFields />
      <h3>{t('data.clear')}</h3>
      <ClearFields />
    </>
  );
}
