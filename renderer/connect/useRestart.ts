import { useConnectStart } from '../frame/actions.ts';
import type { Restart } from './restart.ts';
import { useReconnect } from './useReconnect.ts';

/** Runs a finished attempt once more, whatever it was for. */
export function useRestart(): {
  readonly run: (restart: Restart) => void;
  readonly isPending: boolean;
} {
  const start = useConnectStart();
  const reconnect = useReconnect();
  return {
    isPending: start.isPending || reconnect.isPending,
    run({ purpose, transport }) {
      const way = transport === null ? {} : { transport };
      if (purpose.kind === 'connect') start.mutate({ options: purpose.options, ...way });
      else reconnect.mutate({ vehicleId: purpose.vehicleId, ...way });
    },
  };
}
