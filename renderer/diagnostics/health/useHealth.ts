import { useQuery } from '@tanstack/react-query';

/** How often it is looked again while the screen is open. */
const EVERY_MS = 3_000;

/** How everything is, looked at again and again while somebody looks. */
export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: () => window.motorpool['diagnostics.health'](),
    refetchInterval: EVERY_MS,
    staleTime: 0,
  });
}
