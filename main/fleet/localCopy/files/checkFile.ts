import {
  COPY_PARTS,
  type CopyPart,
  LABEL_KINDS,
  type LabelConflict,
  type LabelKind,
} from '../../../../contract/data.ts';
import type { VehicleLabels } from '../../../../contract/vehicles.ts';
import type { VehicleRecord } from '../../vehicleRecord.ts';
import type { Keeper } from '../keeper.ts';
import { turn } from './exportFile.ts';
import { conflictsOf, labelText } from './labelMerge.ts';
import { readExport } from './readExport.ts';

/** As many differences of a kind as anybody looks through. */
const SHOWN = 50;
const STEP = 500;

/** What a file holds, compared with what is here. */
export interface CheckedFile {
  readonly madeAt: string;
  readonly rows: Record<CopyPart, number>;
  readonly knownVehicles: number;
  readonly conflicts: Record<LabelKind, { count: number; first: LabelConflict[] }>;
  /** As the file has them, not looked at yet. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface CheckOptions {
  readonly keeper: Pick<Keeper, 'read'>;
  readonly path: string;
  readonly isStopped: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Reads the whole file and checks every line, before anything is changed. `null`: it was stopped. Throws
 * `FileProblem` and the disk's errors.
 */
export async function checkFile(options: CheckOptions): Promise<CheckedFile | null> {
  const { keeper, path, isStopped, onProgress } = options;
  const found = {
    madeAt: '',
    rows: Object.fromEntries(COPY_PARTS.map((part) => [part, 0])) as CheckedFile['rows'],
    knownVehicles: 0,
    conflicts: Object.fromEntries(
      LABEL_KINDS.map((kind) => [kind, { count: 0, first: [] }]),
    ) as unknown as CheckedFile['conflicts'],
    settings: {} as CheckedFile['settings'],
  };

  function compare(id: string, theirs: VehicleLabels): void {
    const [text] = keeper.read((store) => store.vehicles([id]));
    if (text === undefined) return;
    found.knownVehicles += 1;
    const { labels }: VehicleRecord = JSON.parse(text);
    for (const kind of conflictsOf(labels, theirs)) {
      const conflicts = found.conflicts[kind];
      conflicts.count += 1;
      if (conflicts.first.length >= SHOWN) continue;
      const texts = { mine: labelText(labels, kind), theirs: labelText(theirs, kind) };
      conflicts.first.push({ vehicleId: id, ...texts });
    }
  }

  let lines = 0;
  for (const { line, madeAt, read, size } of readExport(path)) {
    found.madeAt = madeAt;
    if (line.part === 'settings') found.settings = line.data;
    else if (line.part !== 'end') found.rows[line.part] += 1;
    if (line.part === 'vehicles') compare(line.data.id, line.data.labels);
    lines += 1;
    if (lines % STEP > 0) continue;
    onProgress(read, size);
    await turn();
    if (isStopped()) return null;
  }
  return found;
}
