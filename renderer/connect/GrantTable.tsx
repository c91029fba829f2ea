import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useTranslation } from 'react-i18next';
import type { PermissionGrant, VehicleGrants } from '../../contract/connect.ts';
import { permissionGroup } from '../../contract/permissions.ts';
import { listText } from '../format/list.ts';
import { useVehicles } from '../state/fleet/hooks.ts';
import shared from '../ui/shared.module.css';
import { fullName } from '../vehicles/vehicleName.ts';
import styles from './GrantTable.module.css';
import { groupGrants } from './grants.ts';

const ICONS = {
  granted: IconCheck,
  declined: IconX,
  not_capable: IconBan,
  not_granted: IconHelpCircle,
};

function GrantRow({ grant: { permission, state } }: { readonly grant: PermissionGrant }) {
  const { t } = useTranslation();
  const Picture = ICONS[state];
  return (
    <tr data-testid={`grant-${permission}`} data-state={state}>
      <th scope="row">{t(`permission.${permission}`)}</th>
      <td>
        <span className={styles.state}>
          <Picture size={16} aria-hidden />
          {t(`grant.state.${state}`)}
        </span>
      </td>
      <td>
        {state !== 'granted' && t(`grant.consequence.${state}.${permissionGroup(permission)}`)}
      </td>
    </tr>
  );
}

/** What became of each permission that was asked for; one table for cars that answered alike. */
export function GrantTables({ grants }: { readonly grants: readonly VehicleGrants[] }) {
  const { t } = useTranslation();
  const vehicles = useVehicles(grants.map(({ vehicleId }) => vehicleId));
  const nameOf = (id: string) => {
    const vehicle = vehicles.find((one) => one.id === id);
    return (vehicle && fullName(vehicle)) ?? t('vehicles.unnamed');
  };
  const groups = groupGrants(grants);
  return (
    <div className={styles.tables}>
      {groups.map(({ vehicleIds, permissions }) => (
        <table key={vehicleIds[0]} className={styles.table}>
          <caption className={groups.length === 1 ? shared.hidden : undefined}>
            {groups.length === 1
              ? t('grant.title')
              : t('grant.titleFor', { vehicles: listText(vehicleIds.map(nameOf)) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('grant.permission')}</th>
              <th scope="col">{t('grant.answer')}</th>
              <th scope="col">{t('grant.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {permissions.map((grant) => (
              <GrantRow key={grant.permission} grant={grant} />
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
