import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { COPY_PARTS } from '../../../contract/data.ts';
import { formatCount } from '../../format/amount.ts';
import { formatBytes } from '../../format/bytes.ts';
import sections from '../SettingsScreen.module.css';
import styles from './DataSettings.module.css';

/** Asked for again whenever this changes. */
export const SIZES_KEY = ['data.sizes'];

/** How much is kept, by part. */
export function SizeTable() {
  const { t } = useTranslation();
  const { data: sizes, isError } = useQuery({
    queryKey: SIZES_KEY,
    queryFn: () => window.motorpool['data.sizes'](),
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <>
      <p className={sections.quiet} data-testid="data-size">
        {isError && t('problem.unexpected')}
        {sizes && t('data.sizeText', { size: formatBytes(sizes.fileBytes) })}
      </p>
      <table className={styles.table} aria-label={t('data.sizeTable')}>
        <thead>
          <tr>
            <th scope="col">{t('data.part')}</th>
            <th scope="col">{t('data.rows')}</th>
            <th scope="col">{t('data.bytes')}</th>
          </tr>
        </thead>
        <tbody>
          {COPY_PARTS.map((part) => (
            <tr key={part} data-testid={`size-${part}`}>
              <th scope="row">{t(`data.parts.${part}`)}</th>
              <td>{sizes && formatCount(sizes.parts[part].rows)}</td>
              <td>{sizes && formatBytes(sizes.parts[part].bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
