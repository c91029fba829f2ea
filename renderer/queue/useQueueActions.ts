import { useMutation } from '@tanstack/react-query';
import { useShell } from '../frame/shell.ts';

/** The ways to hold, resume and stop reads. What becomes of them arrives as `queue.changed`. */
export function useQueueActions() {
  const { report } = useShell();
  const onError = () => report('unexpected');
  const pause = useMutation({
    mutationFn: (paused: boolean) => window.motorpool['queue.pause']({ paused }),
    onError,
  });
  const pauseGroup = useMutation({
    mutationFn: (change: { readonly group: string; readonly paused: boolean }) =>
      window.motorpool['queue.pauseGroup'](change),
    onError,
  });
  /** Without ids: all that waits. */
  const cancel = useMutation({
    mutationFn: (vehicleIds: readonly string[] | undefined) =>
      window.motorpool['queue.cancel'](vehicleIds ? { vehicleIds: [...vehicleIds] } : {}),
    onError,
  });
  return { pause, pauseGroup, cancel };
}
