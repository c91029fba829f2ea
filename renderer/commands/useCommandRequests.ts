import { useMutation } from '@tanstack/react-query';
import type { Command, CommandFailure } from '../../contract/commands.ts';
import type { Result } from '../../contract/result.ts';

type Failure = CommandFailure | 'unexpected';

/** What became of the last request; `null` while nothing failed. */
function failureOf(request: {
  readonly isError: boolean;
  readonly data: Result<null, CommandFailure> | undefined;
}): Failure | null {
  if (request.isError) return 'unexpected';
  return request.data && !request.data.ok ? request.data.failure : null;
}

interface RunRequest {
  readonly command: Command;
  readonly vehicleIds: readonly string[];
}

/** Sends a command to those of these vehicles that can take it. How it goes comes by `commands.changed`. */
export function useRunCommand() {
  const request = useMutation({
    mutationFn: ({ command, vehicleIds }: RunRequest) =>
      window.motorpool['commands.run']({ command, vehicleIds: [...vehicleIds] }),
  });
  return { run: request.mutate, isPending: request.isPending, failure: failureOf(request) };
}

/** Sends the command once more to the vehicles where it failed, and to no others. */
export function useRetryFailed() {
  const request = useMutation({ mutationFn: () => window.motorpool['commands.retryFailed']() });
  return {
    retry: () => request.mutate(),
    isPending: request.isPending,
    failure: failureOf(request),
  };
}

/** Calls off what has not been sent yet. */
export function useCancelRest() {
  const request = useMutation({ mutationFn: () => window.motorpool['commands.cancelRest']() });
  return { cancelRest: () => request.mutate(), isPending: request.isPending };
}

/** Puts the result of a run away. */
export function useDismissRun() {
  const request = useMutation({ mutationFn: () => window.motorpool['commands.dismiss']() });
  return () => request.mutate();
}
