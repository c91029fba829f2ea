import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isPermission } from '../../../contract/permissions.ts';
import styles from './Permissions.module.css';
import detail from './VehicleDetail.module.css';

/** What the driver allowed, in words; a permission that Motorpool does not know by its own name. */
export function Permissions({ granted }: { readonly granted: readonly string[] | null }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={detail.section}>
        {t('detail.permissions')}
      </h3>
      {granted === null || granted.length === 0 ? (
        <p className={styles.none}>
          {t(granted === null ? 'detail.permissionsUnknown' : 'detail.permissionsNone')}
        </p>
      ) : (
        <ul className={styles.list}>
          {granted.map((permission) => {
            const known = isPermission(permission) ? permission : null;
            return (
              <li key={permission} title={known ? t(`permission.meaning.${known}`) : undefined}>
                <IconCheck size={14} aria-hidden />
                {known ? t(`permission.${known}`) : permission}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
