import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HelpLink } from '../../contract/application.ts';
import type { ConnectOptions } from '../../contract/connectOptions.ts';
import type { Transport } from '../../contract/transport.ts';
import { refreshWords } from '../queue/refreshWords.ts';
import { useShell } from './shell.ts';
import { useStartFailure } from './useStartFailure.ts';

interface ConnectStart {
  readonly options: ConnectOptions;
  /** For this attempt only; without it the one from the settings. */
  readonly transport?: Transport;
}

/** Starts a Connect attempt. */
export function useConnectStart() {
  const { report, screen, show } = useShell();
  const explain = useStartFailure();
  return useMutation({
    mutationFn: (request: ConnectStart) => window.motorpool['connect.start'](request),
    onMutate: () => report(null),
    onSuccess: (result) => {
      if (!result.ok) explain(result.failure);
      // How it goes is told above the table and the map.
      else if (screen === 'settings' || screen === 'diagnostics') show('vehicles');
    },
    onError: () => report('unexpected'),
  });
}

/**
 * Puts these vehicles, or all where none are named, into the queue of reads and says what came of it.
 * Progress comes by `queue.changed` and `fleet.changed`.
 */
export function useRefresh() {
  const { t } = useTranslation();
  const { report, say } = useShell();
  return useMutation({
    mutationFn: (vehicleIds?: readonly string[]) =>
      window.motorpool['fleet.refresh'](vehicleIds ? { vehicleIds: [...vehicleIds] } : {}),
    onSuccess: (answer) => {
      if (answer.ok) say(refreshWords(t, answer.value));
    },
    onError: () => report('unexpected'),
  });
}

/** The small requests of the Connect panel that have nothing to wait for. */
type PlainRequest =
  | 'connect.focus'
  | 'connect.cancel'
  | 'connect.dismiss'
  | 'connect.retryExchange'
  | 'connect.keepVehicle';

/** One of the Connect panel's requests; what follows arrives as `connect.changed`. */
export function useConnectRequest(name: PlainRequest) {
  const { report } = useShell();
  return useMutation({
    mutationFn: async () => {
      const result = await window.motorpool[name]();
      if (!result.ok) report(result.failure);
    },
    onError: () => report('unexpected'),
  });
}

/** Opens a page of Smartcar's in the system browser. */
export function useHelp() {
  const { report } = useShell();
  return useMutation({
    mutationFn: (link: HelpLink) => window.motorpool['help.open']({ link }),
    onError: () => report('unexpected'),
  });
}
