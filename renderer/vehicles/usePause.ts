import { useMutation } from '@tanstack/react-query';
import { useShell } from '../frame/shell.ts';

interface Pause {
  readonly vehicleIds: readonly string[];
  readonly paused: boolean;
}

/** Keeps Motorpool from asking these vehicles, or lets it ask them again. */
export function usePause() {
  const { report } = useShell();
  return useMutation({
    mutationFn: ({ vehicleIds, paused }: Pause) =>
      window.motorpool['fleet.pause']({ vehicleIds: [...vehicleIds], paused }),
    onError: () => report('unexpected'),
  });
}
