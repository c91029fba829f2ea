import * as z from 'zod';

/** How long things can be kept, in days. */
export const KEEP_DAYS = [30, 90, 180, 400, 730] as const;

/** `null`: for ever. */
const days = z.literal(KEEP_DAYS).nullable();

/** For how many days each part of the past is kept. */
export const keepSchema = z.strictObject({ history: days, calls: days, activity: days });
export type Keep = z.infer<typeof keepSchema>;

export const DEFAULT_KEEP: Keep = { history: 400, calls: 90, activity: 400 };

export const COPY_PARTS = [
  'vehicles',
  'imported',
  'history',
  'calls',
  'commands',
  'activity',
] as const;
export type CopyPart = (typeof COPY_PARTS)[number];

/** How much of the local copy each part takes up; the bytes of parts are estimated. */
export interface CopySizes {
  readonly fileBytes: number;
  readonly parts: Readonly<Record<CopyPart, { readonly rows: number; readonly bytes: number }>>;
}

/** What can be deleted. `logs`: calls, commands and activity. `everything`: as on the first day. */
export type Clearable = 'history' | 'logs' | 'everything';

/** How far a long piece of work is; `null` where none is under way. */
export interface DataWork {
  readonly kind: 'export' | 'check' | 'import';
  readonly done: number;
  readonly total: number;
}

export type ExportFailure = 'cancelled' | 'not_written' | 'busy';

/** `newer`: a later Motorpool wrote it. `damaged`: a line of it is not as it should be. */
export type ImportFailure =
  | 'cancelled'
  | 'not_readable'
  | 'not_ours'
  | 'newer'
  | 'damaged'
  | 'not_written'
  | 'busy';

export const LABEL_KINDS = ['name', 'plate', 'driver', 'group', 'tags', 'notes'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** One label that differs; texts as they are written down. */
export interface LabelConflict {
  readonly vehicleId: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Labels of one kind that are not empty on either side and differ; the first of them by name. */
export interface LabelConflicts {
  readonly count: number;
  readonly first: readonly LabelConflict[];
}

/** What a file holds, and what taking it in would do. */
export interface ImportPlan {
  readonly fileName: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly rows: Readonly<Record<CopyPart, number>>;
  /** Vehicles of the file that are here, too. */
  readonly knownVehicles: number;
  readonly conflicts: Readonly<Record<LabelKind, LabelConflicts>>;
  /** Whether the file's settings differ from those in use. */
  readonly settingsDiffer: boolean;
}

const side = z.enum(['mine', 'theirs']);

/** What a person chose for an import. */
export const importChoiceSchema = z.strictObject({
  /** Whose label stays where both have one that differs. */
  labels: z.strictObject({
    name: side,
    plate: side,
    driver: side,
    group: side,
    tags: side,
    notes: side,
  }),
  settings: z.boolean(),
  /** Values, calls, commands and activity. */
  past: z.boolean(),
  /** Vehicles that are not here, which have to be connected again. */
  otherVehicles: z.boolean(),
  /** The lists of cars that wait to be connected, which join those that are here. */
  lists: z.boolean(),
});
export type ImportChoice = z.infer<typeof importChoiceSchema>;

/** Where labels differ, those that are here stay. */
export const LABELS_STAY: ImportChoice['labels'] = {
  name: 'mine',
  plate: 'mine',
  driver: 'mine',
  group: 'mine',
  tags: 'mine',
  notes: 'mine',
};

export interface ImportResult {
  /** Vehicles whose labels were changed. */
  readonly labelled: number;
  readonly added: number;
  readonly history: number;
}
