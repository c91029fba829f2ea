import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Command, DryRun } from '../../contract/commands.ts';
import type { Reach } from '../../contract/vehicles.ts';

/**
 * What the command would do at these vehicles; `undefined` until it is known. Asked again when the
 * network comes or goes. Of the charge limit nothing depends on its height.
 */
export function useDryRun(
  command: Command,
  vehicleIds: readonly string[],
  reach: Reach,
): { readonly dryRun: DryRun | undefined; readonly hasFailed: boolean } {
  const { data, isError } = useQuery({
    queryKey: ['dryRun', command.kind, vehicleIds, reach],
    queryFn: () => window.motorpool['commands.dryRun']({ command, vehicleIds: [...vehicleIds] }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  return { dryRun: data, hasFailed: isError };
}
