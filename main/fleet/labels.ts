import type { LabelChange, VehicleLabels } from '../../contract/vehicles.ts';

/** What was typed, without space around it; nothing typed is no label. */
function typed(text: string | null): string | null {
  return text?.trim() || null;
}

function pick(before: string | null, after: string | null | undefined): string | null {
  return after === undefined ? before : typed(after);
}

/** The labels after a person's change; what the change leaves out stays. */
export function changeLabels(labels: VehicleLabels, change: LabelChange): VehicleLabels {
  const removed = new Set(change.removeTags);
  const added = (change.addTags ?? []).flatMap((tag) => typed(tag) ?? []);
  return {
    name: pick(labels.name, change.name),
    plate: pick(labels.plate, change.plate),
    driver: pick(labels.driver, change.driver),
    group: pick(labels.group, change.group),
    notes: pick(labels.notes, change.notes),
    tags: [...new Set([...labels.tags.filter((tag) => !removed.has(tag)), ...added])],
  };
}
