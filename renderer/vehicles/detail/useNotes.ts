import { useState } from 'react';
import type { LabelChange, Vehicle, VehicleLabels } from '../../../contract/vehicles.ts';
import { tagChange } from '../../commands/tags.ts';
import { useLabels } from '../../commands/useLabels.ts';

export type TextLabel = Exclude<keyof VehicleLabels, 'tags'>;

/** How to take the last change back; several changes of one label count as one. */
interface Undo {
  readonly label: keyof VehicleLabels;
  readonly change: LabelChange;
}

export interface Notes {
  readonly save: (label: TextLabel, text: string | null) => Promise<unknown>;
  readonly saveTags: (tags: readonly string[]) => void;
  /** `null` while there is nothing to take back. */
  readonly undo: (() => void) | null;
  readonly hasFailed: boolean;
}

/** Writes down the labels of one vehicle, and takes the last change back. */
export function useNotes({ id, labels }: Pick<Vehicle, 'id' | 'labels'>): Notes {
  const request = useLabels();
  const [last, setLast] = useState<Undo | null>(null);

  const write = async (label: keyof VehicleLabels, change: LabelChange, back: LabelChange) => {
    await request.mutateAsync({ vehicleIds: [id], change });
    setLast((before) => (before?.label === label ? before : { label, change: back }));
  };
  return {
    save: (label, text) => write(label, { [label]: text }, { [label]: labels[label] }),
    saveTags(tags) {
      const back = tagChange(tags, labels.tags);
      // The failure is shown; the tags stay as they were.
      write('tags', tagChange(labels.tags, tags), back).catch(() => undefined);
    },
    undo:
      last &&
      (() =>
        request.mutate(
          { vehicleIds: [id], change: last.change },
          { onSuccess: () => setLast(null) },
        )),
    hasFailed: request.isError,
  };
}
