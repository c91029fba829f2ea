/** What a column of an imported table can be. */
export const FIELDS = ['vin', 'name', 'plate', 'driver', 'group', 'notes'] as const;
export type Field = (typeof FIELDS)[number];

/** The place of the column that holds each; `null`: none does. */
export type Mapping = Readonly<Record<Field, number | null>>;

export const NO_COLUMNS: Mapping = {
  vin: null,
  name: null,
  plate: null,
  driver: null,
  group: null,
  notes: null,
};

/** A table as it was read: every row as it stands there, and how many did not fit any more. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[];
  readonly leftOut: number;
}
