import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectOptionsProblem } from '../../../contract/connectOptions.ts';
import type { RequestedPermission } from '../../../contract/permissions.ts';
import { normaliseVin } from '../../../contract/vin.ts';
import { EligibilityInline } from '../../eligibility/EligibilityInline.tsx';
import { hasVinShape } from '../../eligibility/pastedVins.ts';
import { useShell } from '../../frame/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BrandField } from './BrandField.tsx';
import styles from './ConnectDialog.module.css';
import { DecodedVin } from './DecodedVin.tsx';
import type { Draft } from './draft.ts';
import type { ChangeDraft } from './useDraft.ts';
import { VinField } from './VinField.tsx';

interface VehicleSectionProps {
  readonly draft: Draft;
  readonly change: ChangeDraft;
  /** What is asked for; `null` leaves it to Smartcar's dashboard. */
  readonly asked: readonly RequestedPermission[] | null;
  readonly problem: ConnectOptionsProblem | null;
}

const KINDS = ['any', 'make', 'vin'] as const;

/** Which cars this run of Connect is for. */
export function VehicleSection({ draft, change, asked, problem }: VehicleSectionProps) {
  const { t } = useTranslation();
  const { openEligibility } = useShell();
  const headingId = useId();
  const hintId = useId();
  const { vehicleKind, brand, vin, single } = draft;
  const normal = normaliseVin(vin);
  const text = problem && t(`connectOptions.problem.${problem}`);
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.headingRow}>
        <h3 id={headingId}>{t('connectOptions.vehicle.title')}</h3>
        <Button look="link" data-testid="eligibility-open" onClick={openEligibility}>
          <IconListCheck size={16} aria-hidden />
          {t('eligibility.open')}
        </Button>
      </div>
      <div className={styles.kind}>
        <Segmented
          labelledBy={headingId}
          describedBy={hintId}
          takesFocus
          value={vehicleKind}
          segments={KINDS.map((kind) => ({
            value: kind,
            label: t(`connectOptions.vehicle.${kind}`),
            testId: `connect-vehicle-${kind}`,
          }))}
          onChoose={(kind) => change({ vehicleKind: kind })}
        />
        {vehicleKind !== 'vin' && (
          <CheckField
            label={t('connectOptions.vehicle.single')}
            checked={single}
            testId="connect-single"
            onChange={(to) => change({ single: to })}
          />
        )}
      </div>
      <p id={hintId} className={styles.hint}>
        {t(`connectOptions.vehicleHint.${vehicleKind}`)}{' '}
        {vehicleKind !== 'vin' && t(`connectOptions.carsHint.${single ? 'one' : 'several'}`)}
      </p>
      {vehicleKind === 'make' && (
        <div className={styles.vehicleField}>
          <BrandField value={brand} problem={text} onChange={(to) => change({ brand: to })} />
        </div>
      )}
      {vehicleKind === 'vin' && (
        <>
          <div className={styles.vehicleField}>
            <VinField value={vin} problem={text} onChange={(to) => change({ vin: to })} />
            <DecodedVin vin={vin} hasProblem={problem !== null} />
          </div>
          <EligibilityInline
            vin={problem === null && hasVinShape(normal) ? normal : ''}
            country={draft.country}
            asked={asked}
          />
        </>
      )}
    </section>
  );
}
