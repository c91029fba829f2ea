import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConnectionFacts } from '../../../contract/connectionFacts.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

/** What is known of a vehicle's sign-in; `undefined` while it is asked for. Each news of it asks again. */
export function useConnectionFacts(vehicle: Vehicle): ConnectionFacts | null | undefined {
  const client = useQueryClient();
  const { id } = vehicle;
  const { data } = useQuery({
    queryKey: ['connectionFacts', id],
    queryFn: () => window.motorpool['connection.facts']({ vehicleId: id }),
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    if (vehicle.id) void client.invalidateQueries({ queryKey: ['connectionFacts', vehicle.id] });
  }, [client, vehicle]);
  return data;
}
