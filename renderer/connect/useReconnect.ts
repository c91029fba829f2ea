import { useMutation } from '@tanstack/react-query';
import type { Transport } from '../../contract/transport.ts';
import { useShell } from '../frame/shell.ts';
import { useStartFailure } from '../frame/useStartFailure.ts';

interface Reconnect {
  readonly vehicleId: string;
  readonly transport?: Transport;
}

/**
 * Brings a vehicle back whose access has ended. The main process decides whether a login is renewed
 * or the car is connected anew.
 */
export function useReconnect() {
  const { report } = useShell();
  const explain = useStartFailure();
  return useMutation({
    mutationFn: (request: Reconnect) => window.motorpool['connect.reconnect'](request),
    onMutate: () => report(null),
    onSuccess: (result) => {
      if (result.ok) return;
      // A vehicle that has gone meanwhile takes its details and its row with it.
      if (result.failure !== 'unknown_vehicle') explain(result.failure);
    },
    onError: () => report('unexpected'),
  });
}
