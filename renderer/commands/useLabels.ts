import { useMutation } from '@tanstack/react-query';
import type { LabelChange } from '../../contract/vehicles.ts';

interface Labelling {
  readonly vehicleIds: readonly string[];
  readonly change: LabelChange;
}

/** Writes down what the fleet's staff says about vehicles. The rows follow by `fleet.changed`. */
export function useLabels() {
  return useMutation({
    mutationFn: ({ vehicleIds, change: { addTags, removeTags, ...texts } }: Labelling) =>
      window.motorpool['fleet.label']({
        vehicleIds: [...vehicleIds],
        change: {
          ...texts,
          ...(addTags && { addTags: [...addTags] }),
          ...(removeTags && { removeTags: [...removeTags] }),
        },
      }),
  });
}
