import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportChoice, LabelConflicts, LabelKind } from '../../../contract/data.ts';
import { detailText } from '../../privacy/hidden.ts';
import { useVehicle } from '../../state/fleet/hooks.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { displayName } from '../../vehicles/vehicleName.ts';
import styles from './ImportDialog.module.css';

type Side = ImportChoice['labels'][LabelKind];

interface ConflictListProps {
  readonly kind: LabelKind;
  readonly conflicts: LabelConflicts;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}

const SIDES = ['mine', 'theirs'] as const;

function Name({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const vehicle = useVehicle(id);
  return (vehicle && displayName(vehicle)) ?? t('vehicles.unnamed');
}

/** The labels of one kind that differ, and whose stays. */
export function ConflictList({ kind, conflicts, side, onSide }: ConflictListProps) {
  const { t } = useTranslation();
  const id = useId();
  const { count, first } = conflicts;
  const text = (label: string) => (kind === 'plate' ? detailText(t, label) : label);
  return (
    <div className={styles.conflict} data-testid={`conflict-${kind}`}>
      <div className={styles.conflictHead}>
        <span id={id}>
          <strong>{t(`data.plan.kind.${kind}`)}</strong> {t('data.plan.differ', { count })}
        </span>
        <Segmented
          labelledBy={id}
          value={side}
          segments={SIDES.map((value) => ({
            value,
            label: t(`data.plan.${value}`),
            testId: `conflict-${kind}-${value}`,
          }))}
          onChoose={onSide}
        />
      </div>
      <details>
        <summary>{t('data.plan.show')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('data.plan.vehicle')}</th>
              <th scope="col">{t('data.plan.here')}</th>
              <th scope="col">{t('data.plan.inFile')}</th>
            </tr>
          </thead>
          <tbody>
            {first.map(({ vehicleId, mine, theirs }) => (
              <tr key={vehicleId}>
                <th scope="row">
                  <Name id={vehicleId} />
                </th>
                <td>{text(mine)}</td>
                <td>{text(theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {count > first.length && <p>{t('data.plan.more', { count: count - first.length })}</p>}
      </details>
    </div>
  );
}
