import { useTranslation } from 'react-i18next';
import type { ConnectOutcome } from '../../contract/connect.ts';
import { useConnectRequest, useConnectStart, useHelp, useRefresh } from '../frame/actions.ts';
import { useShell } from '../frame/shell.ts';
import { useFleet } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { shortName } from '../vehicles/vehicleName.ts';
import type { OutcomeAction } from './outcomeView.ts';

interface OutcomeButtonProps {
  readonly action: OutcomeAction;
  readonly outcome: ConnectOutcome;
  readonly look: 'primary' | 'plain';
}

/** One of the outcome's buttons: what it does and what it is called stand side by side. */
export function OutcomeButton({ action, outcome, look }: OutcomeButtonProps) {
  const { t } = useTranslation();
  const { show, openVehicle } = useShell();
  const { vehicles } = useFleet();
  const start = useConnectStart();
  const retry = useConnectRequest('connect.retryExchange');
  const dismiss = useConnectRequest('connect.dismiss');
  const help = useHelp();
  const refresh = useRefresh();
  const ids = outcome.kind === 'connected' ? outcome.vehicleIds : [];
  const first = vehicles.find(({ id }) => ids.includes(id));
  const name = first && shortName(first);

  const runs: Record<OutcomeAction, () => void> = {
    connect_again: () => start.mutate(),
    ask_again: () => start.mutate(),
    connect_other: () => start.mutate(),
    retry_exchange: () => retry.mutate(),
    open_setup: () => show('applicationForm'),
    open_dashboard: () => help.mutate('dashboard'),
    show_vehicle: () => {
      openVehicle(first?.id ?? null);
      dismiss.mutate();
    },
    show_list: () => dismiss.mutate(),
    read_vehicles: () => refresh.mutate(undefined),
  };
  const isBusy = [start, retry, dismiss, refresh].some(({ isPending }) => isPending);
  const label =
    action === 'show_vehicle' && !name
      ? t('outcome.action.show_list')
      : t(`outcome.action.${action}`, { name: name ?? '' });
  return (
    <Button look={look} unavailable={isBusy} onClick={runs[action]}>
      {label}
    </Button>
  );
}
