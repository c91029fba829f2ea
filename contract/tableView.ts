import * as z from 'zod';

/** All columns of the vehicle table, in their first order. */
export const COLUMN_IDS = [
  'status',
  'name',
  'plate',
  'vin',
  'driver',
  'group',
  'model',
  'energy',
  'charge',
  'odometer',
  'tires',
  'engineOil',
  'security',
  'location',
  'age',
  'range',
  'fuelAmount',
  'tireFrontLeft',
  'tireFrontRight',
  'tireBackLeft',
  'tireBackRight',
  'permissions',
  'callsLeft',
  'lastError',
  'connectedAt',
  'refreshedAt',
  'tags',
  'notes',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** Columns that are shown unless a person chooses others. */
const DEFAULT_COLUMNS: readonly ColumnId[] = COLUMN_IDS.slice(0, COLUMN_IDS.indexOf('age') + 1);

const columnId = z.enum(COLUMN_IDS);

/** How the table is set up: what a saved view holds. */
const tableViewSchema = z.strictObject({
  /** What is in the search box. */
  query: z.string().max(1_000),
  /** The first sort decides; the next ones decide between equals. */
  sort: z.array(z.strictObject({ column: columnId, descending: z.boolean() })).max(5),
  /** Shown columns, in their order. */
  columns: z.array(columnId).min(1).max(COLUMN_IDS.length),
  /** Columns that stay when the table is scrolled sideways. */
  pinned: z.array(columnId).max(5),
  /** Widths in CSS pixels where a person changed them. */
  widths: z.partialRecord(columnId, z.number().min(32).max(1_200)),
  groupBy: columnId.nullable(),
});
export type TableView = z.infer<typeof tableViewSchema>;

export const savedViewSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(60),
  view: tableViewSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const DENSITIES = ['compact', 'normal'] as const;
export type Density = (typeof DENSITIES)[number];

export const tableSettingsSchema = z.strictObject({
  density: z.enum(DENSITIES),
  /** Whether values have a small line of their last 30 days beside them. */
  smallLines: z.boolean().default(false),
  /** The table as it was left. */
  current: tableViewSchema,
  /** The saved view that `current` began as. */
  activeViewId: z.string().max(100).nullable(),
  views: z.array(savedViewSchema).max(50),
});
export type TableSettings = z.infer<typeof tableSettingsSchema>;

export const DEFAULT_VIEW: TableView = {
  query: '',
  sort: [{ column: 'name', descending: false }],
  columns: [...DEFAULT_COLUMNS],
  pinned: ['status', 'name'],
  widths: {},
  groupBy: null,
};

export const DEFAULT_TABLE_SETTINGS: TableSettings = {
  density: 'normal',
  smallLines: false,
  current: DEFAULT_VIEW,
  activeViewId: null,
  views: [],
};
