import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconReceiptOff from '@tabler/icons-react/dist/esm/icons/IconReceiptOff.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isPermission } from '../../../contract/permissions.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import styles from './AccessMatrix.module.css';
import { type AccessRow, accessMatrix } from './accessMatrix.ts';
import { useCommandHistory } from './useCommandHistory.ts';
import detail from './VehicleDetail.module.css';

const ICONS = {
  yes: IconCheck,
  no: IconX,
  unknown: IconHelpCircle,
  not_in_plan: IconReceiptOff,
} as const satisfies Record<AccessRow['car'], unknown>;

function Answer({
  column,
  answer,
}: {
  readonly column: string;
  readonly answer: AccessRow['car'];
}) {
  const { t } = useTranslation();
  const Picture = ICONS[answer];
  return (
    <td data-column={column} data-answer={answer}>
      <span className={styles.answer}>
        <Picture size={14} aria-hidden />
        {t(`matrix.answer.${answer}`)}
      </span>
    </td>
  );
}

/** Permission by permission: asked for, given by the owner, and within the car's power. */
export function AccessMatrix({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const id = useId();
  const rows = accessMatrix(vehicle, useCommandHistory(vehicle.id));
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={detail.section}>
        {t('matrix.title')}
      </h3>
      <table className={styles.matrix} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.permission')}</th>
            <th scope="col">{t('matrix.asked')}</th>
            <th scope="col">{t('matrix.given')}</th>
            <th scope="col">{t('matrix.car')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ permission, asked, given, car }) => {
            const known = isPermission(permission) ? permission : null;
            return (
              <tr key={permission} data-testid={`access-${permission}`}>
                <th scope="row" title={known ? t(`permission.meaning.${known}`) : undefined}>
                  {known ? t(`permission.${known}`) : permission}
                </th>
                <Answer column="asked" answer={asked} />
                <Answer column="given" answer={given} />
                <Answer column="car" answer={car} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>{t('matrix.note')}</p>
    </section>
  );
}
