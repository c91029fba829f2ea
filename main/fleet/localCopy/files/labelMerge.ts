import type { ImportChoice, LabelKind } from '../../../../contract/data.ts';
import { LABEL_KINDS } from '../../../../contract/data.ts';
import type { VehicleLabels } from '../../../../contract/vehicles.ts';

/** A label as one text; empty where there is none. Tags count the same in any order. */
export function labelText(labels: VehicleLabels, kind: LabelKind): string {
  return kind === 'tags' ? labels.tags.toSorted().join(', ') : (labels[kind] ?? '');
}

/** The kinds of which both sides have something, and not the same. */
export function conflictsOf(mine: VehicleLabels, theirs: VehicleLabels): readonly LabelKind[] {
  return LABEL_KINDS.filter((kind) => {
    const [one, other] = [labelText(mine, kind), labelText(theirs, kind)];
    return one !== '' && other !== '' && one !== other;
  });
}

/** What is empty here is filled; what differs goes as was chosen. The same object where nothing changes. */
export function mergedLabels(
  mine: VehicleLabels,
  theirs: VehicleLabels,
  choice: ImportChoice['labels'],
): VehicleLabels {
  const taken = LABEL_KINDS.filter((kind) => {
    const [one, other] = [labelText(mine, kind), labelText(theirs, kind)];
    return other !== '' && one !== other && (one === '' || choice[kind] === 'theirs');
  });
  if (taken.length === 0) return mine;
  return { ...mine, ...Object.fromEntries(taken.map((kind) => [kind, theirs[kind]])) };
}
