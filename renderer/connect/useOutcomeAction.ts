import { useConnectRequest, useHelp, useRefresh } from '../frame/actions.ts';
import { useShell } from '../frame/shell.ts';
import { impossible } from './impossible.ts';
import type { OutcomeAction } from './outcomeAction.ts';
import { useRestart } from './useRestart.ts';

/** An action whose button asks the main process or the shell; copying is done by the button itself. */
export type RunnableAction = Exclude<OutcomeAction, { name: 'copy_message' }>;

interface OutcomeRunner {
  readonly run: (action: RunnableAction) => void;
  readonly dismiss: () => void;
  /** One of them is at work: until it is done, no other may begin. */
  readonly isBusy: boolean;
}

/** What the outcome's buttons do. `vehicleId` is the first vehicle that the outcome is about. */
export function useOutcomeAction(vehicleId: string | null): OutcomeRunner {
  const { show, showSettings, openVehicle, openConnect } = useShell();
  const restart = useRestart();
  const retry = useConnectRequest('connect.retryExchange');
  const keep = useConnectRequest('connect.keepVehicle');
  const dismiss = useConnectRequest('connect.dismiss');
  const help = useHelp();
  const refresh = useRefresh();

  function run(action: RunnableAction): void {
    switch (action.name) {
      case 'connect_again':
      case 'sign_in_again':
      case 'try_again':
      case 'resume':
      case 'ask_again':
      case 'use_window':
      case 'use_browser':
      case 'make_optional':
        restart.run(action.restart);
        return;
      case 'connect_other':
        openConnect();
        return;
      case 'retry_exchange':
        retry.mutate();
        return;
      case 'keep_vehicle':
        keep.mutate();
        return;
      case 'enter_client_secret':
      case 'enter_staff_token':
        show('applicationForm');
        return;
      case 'open_settings':
        showSettings('connect');
        return;
      case 'open_dashboard':
        help.mutate('dashboard');
        return;
      case 'open_status_page':
        help.mutate('status_page');
        return;
      case 'show_vehicle':
        openVehicle(vehicleId);
        dismiss.mutate();
        return;
      case 'show_list':
        dismiss.mutate();
        return;
      case 'read_vehicles':
        refresh.mutate(undefined);
        return;
      default:
        impossible(action);
    }
  }

  return {
    run,
    dismiss: () => dismiss.mutate(),
    isBusy: restart.isPending || [retry, keep, dismiss, refresh].some(({ isPending }) => isPending),
  };
}
