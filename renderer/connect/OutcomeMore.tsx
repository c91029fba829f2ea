import { useTranslation } from 'react-i18next';
import type { ConnectOutcome, ConnectPurpose, VehicleGrants } from '../../contract/connect.ts';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import { DriverFold } from './DriverFold.tsx';
import { GrantTables } from './GrantTable.tsx';
import { mayStillBeGranted } from './grants.ts';
import { NewVehicles } from './NewVehicles.tsx';
import styles from './Outcome.module.css';
import { WrongVehicle } from './WrongVehicle.tsx';

/** Apart, because few cars need one and the code's drawing comes with it. */
const virtualKey = preloadable(() => import('./VirtualKey.tsx'));

/** Folded away where nobody has to do anything about it. */
function Grants({ grants }: { readonly grants: readonly VehicleGrants[] }) {
  const { t } = useTranslation();
  const tables = <GrantTables grants={grants} />;
  if (mayStillBeGranted(grants)) return tables;
  return (
    <details className={styles.fold}>
      <summary>{t('grant.fold')}</summary>
      {tables}
    </details>
  );
}

interface OutcomeMoreProps {
  readonly outcome: ConnectOutcome;
  readonly purpose: ConnectPurpose;
}

/** What some outcomes have to show beside their words. */
export function OutcomeMore({ outcome, purpose }: OutcomeMoreProps) {
  switch (outcome.kind) {
    case 'connected':
    case 'partial_grant':
      return (
        <>
          <NewVehicles vehicleIds={outcome.vehicleIds} />
          {outcome.kind === 'partial_grant' && <Grants grants={outcome.grants} />}
          {outcome.virtualKeyUrl !== null && (
            <Preloaded of={virtualKey} with={{ url: outcome.virtualKeyUrl }} />
          )}
        </>
      );
    case 'wrong_vehicle':
      return <WrongVehicle expectedVin={outcome.expectedVin} found={outcome.found} />;
    case 'access_denied':
    case 'invalid_subscription':
    case 'no_vehicles':
      return <DriverFold kind={outcome.kind} purpose={purpose} />;
    default:
      return null;
  }
}
